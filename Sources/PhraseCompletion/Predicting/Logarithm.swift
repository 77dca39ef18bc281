/// Logarithm and exponential to the base of two, made of the standard library alone.
///
/// Exact to about 1e-3, the same on every machine: the model needs no more, and suggestions do not depend on a libm.
enum Logarithm {
    static func binary(_ value: Float) -> Float {
        guard value > 0, value.isFinite else { return value > 0 ? 128 : -128 }
        let fraction = value.significand - 1
        // Minimax polynomial of log2(1 + x) on 0...1.
        let polynomial = fraction * (1.4397 + fraction * (-0.6724 + fraction * (0.3137 - fraction * 0.0810)))
        return Float(value.exponent) + polynomial
    }

    static func power(_ exponent: Float) -> Float {
        let clamped = min(max(exponent, -120), 120)
        let whole = clamped.rounded(.down)
        let rest = clamped - whole
        let polynomial = 1 + rest * (0.6951 + rest * (0.2262 + rest * 0.0787))
        return polynomial * Float(sign: .plus, exponent: Int(whole), significand: 1)
    }
}
