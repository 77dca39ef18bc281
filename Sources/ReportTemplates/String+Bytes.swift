// Searching by bytes. `contains` and `replacing` of the standard library compare characters, so that a mark that
// combines with a `<` hides it from them; and they prepare so much for each call that short texts take most of their
// time with it.

extension String {
    /// Whether these very code points are in it, one after the other.
    func holds(_ word: String) -> Bool {
        var (text, word) = (self, word)
        return text.withUTF8 { bytes in
            word.withUTF8 { wanted in bytes.firstIndex(of: wanted, from: 0) != nil }
        }
    }

    /// With `new` for each `old`, code point by code point.
    func replacingCodePoints(_ old: String, with new: String) -> String {
        var (text, old) = (self, old)
        return text.withUTF8 { bytes in
            old.withUTF8 { wanted in
                guard var next = bytes.firstIndex(of: wanted, from: 0) else { return nil }
                var result: [UInt8] = []
                var done = 0
                while true {
                    result += bytes[done..<next]
                    result += new.utf8
                    done = next + wanted.count
                    guard let following = bytes.firstIndex(of: wanted, from: done) else { break }
                    next = following
                }
                return String(decoding: result + bytes[done...], as: UTF8.self)
            }
        } ?? self
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Where `wanted` begins, at `start` or behind it. What is empty is nowhere.
    fileprivate func firstIndex(of wanted: Self, from start: Int) -> Int? {
        guard let first = wanted.first, count - start >= wanted.count else { return nil }
        return (start...(count - wanted.count)).first { place in
            self[place] == first && self[place..<place + wanted.count].elementsEqual(wanted)
        }
    }
}
