import Testing

/// The short form of every proof, and the defects each has to notice. One at a time: each takes all cores.
@Suite(.serialized) enum ShortProofs {}
