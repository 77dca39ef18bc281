import CFuzzer
import Glibc
import SyncProofs

// The parsers of `proofs fuzz` under libFuzzer, which follows what it reaches:
//
//     READROOM_FUZZ=1 swift build --scratch-path .build/fuzz --product fuzz \
//         -Xswiftc -sanitize=fuzzer,address -Xswiftc -use-ld=lld
//     .build/fuzz/debug/fuzz mrrt CORPUS_FOLDER -max_total_time=600
//
// Everything behind the parser's name goes to libFuzzer. An empty corpus folder is filled with the parser's seeds.

let names = ParserFuzzing.names
guard CommandLine.arguments.count > 1, names.contains(CommandLine.arguments[1]) else {
    print("usage: fuzz PARSER [CORPUS_FOLDER] [libFuzzer's options]; parsers: \(names.joined(separator: " "))")
    exit(2)
}
let parser = CommandLine.arguments[1]
if let folder = CommandLine.arguments.dropFirst(2).first(where: { !$0.hasPrefix("-") }) {
    ParserFuzzing.writeSeeds(of: parser, to: folder)
}

let check = ParserFuzzing.check(parser)
var count = Int32(CommandLine.argc - 1)
var words: [UnsafeMutablePointer<CChar>?] = CommandLine.arguments.enumerated().filter { $0.offset != 1 }
    .map { strdup($0.element) }
words.append(nil)
let status = words.withUnsafeMutableBufferPointer { buffer -> Int32 in
    var base = buffer.baseAddress!
    return LLVMFuzzerRunDriver(&count, &base) { data, size in
        if let broken = check([UInt8](UnsafeBufferPointer(start: data, count: size))) { fatalError(broken) }
        return 0
    }
}
exit(status)
