/// A DICOM data set: elements in the order of their tags, each tag once (PS3.5 §7.1).
public struct DataSet: Sendable, Equatable {
    /// In ascending order of tags.
    public private(set) var elements: [DataElement] = []

    /// Attributes a value of which was there, but could not be taken over when this was read: without it they seem
    /// empty, or hold something else than was meant.
    public private(set) var lostValues: Set<Tag> = []

    public init() {}

    /// Of elements with the same tag the last one stays.
    public init(_ elements: [DataElement]) {
        for element in elements { self[element.tag] = element }
    }

    public var isEmpty: Bool { elements.isEmpty }

    public subscript(tag: Tag) -> DataElement? {
        get {
            let place = place(of: tag)
            return place < elements.count && elements[place].tag == tag ? elements[place] : nil
        }
        set {
            if !lostValues.isEmpty { lostValues.remove(tag) }
            let place = place(of: tag)
            let isThere = place < elements.count && elements[place].tag == tag
            switch (newValue, isThere) {
            case (let element?, true): elements[place] = element
            case (let element?, false): elements.insert(element, at: place)
            case (nil, true): elements.remove(at: place)
            case (nil, false): break
            }
        }
    }

    mutating func markLost(_ tag: Tag) { lostValues.insert(tag) }

    public func contains(_ tag: Tag) -> Bool { self[tag] != nil }

    /// Sets a value with the VR of the dictionary; a tag it does not know becomes UN, which only takes bytes.
    /// Integers for IS and DS are written as digits.
    public mutating func set(_ tag: Tag, _ value: Value) {
        let vr = tag.standardVR ?? .un
        if case .integers(let numbers) = value, vr.kind == .text {
            self[tag] = DataElement(tag, vr, .strings(numbers.map(String.init)))
        } else {
            self[tag] = DataElement(tag, vr, value)
        }
    }

    public mutating func set(_ tag: Tag, _ text: String...) { set(tag, .strings(text)) }
    public mutating func set(_ tag: Tag, _ number: Int) { set(tag, .integers([number])) }
    public mutating func set(_ tag: Tag, items: [DataSet]) { set(tag, .items(items)) }

    /// Present and empty, as a type 2 attribute whose value is not known.
    public mutating func setEmpty(_ tag: Tag) { set(tag, .empty(tag.standardVR ?? .un)) }

    public mutating func remove(_ tag: Tag) { self[tag] = nil }

    /// The first index whose tag is not smaller. Data sets come in ascending order, so the end is tried first.
    private func place(of tag: Tag) -> Int {
        guard let last = elements.last, last.tag >= tag else { return elements.count }
        var low = 0
        var high = elements.count - 1
        while low < high {
            let middle = (low + high) / 2
            if elements[middle].tag < tag { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
