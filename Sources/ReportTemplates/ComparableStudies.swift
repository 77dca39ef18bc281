public import Radiology

extension Study {
    /// Whether this examination can be compared with an earlier one without anybody choosing it: both show the same part
    /// of the body and the same side, as far as their words tell. Where they tell nothing, only the same examination is.
    ///
    /// A later study of the same visit is none: a report names what was there before.
    public func isComparable(with prior: Study) -> Bool {
        guard uid != prior.uid, isLater(than: prior) else { return false }
        let (own, others) = (MatchContext(study: self), MatchContext(study: prior))
        if let side = own.laterality, let other = others.laterality, side != other, side != .both, other != .both {
            return false
        }
        guard !own.regions.isEmpty, !others.regions.isEmpty else {
            return own.regions.isEmpty && others.regions.isEmpty && hasKind(of: prior)
                && title.lowercased() == prior.title.lowercased()
        }
        if own.regions == ["whole body"] || others.regions == ["whole body"] { return true }
        return own.regions.contains { BodyRegions.covers(others.regions, $0) }
            || others.regions.contains { BodyRegions.covers(own.regions, $0) }
    }

    /// Whether both were made by the same kind of machine; a radiograph is one whichever way its plate was read.
    public func hasKind(of other: Study) -> Bool {
        func kinds(_ study: Study) -> Set<Modality> {
            Set(study.imageModalities.map { $0 == .computedRadiography ? .digitalRadiography : $0 })
        }
        return !kinds(self).isDisjoint(with: kinds(other))
    }

    private func isLater(than prior: Study) -> Bool {
        guard let date, let before = prior.date else { return false }
        guard date == before else { return date > before }
        guard let time, let earlier = prior.time else { return false }
        return time > earlier
    }
}
