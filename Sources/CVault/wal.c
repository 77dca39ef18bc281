// The write-ahead log (file format, section 4): a header of 32 bytes, then frames of a 24-byte header and a page.
//
// Pages. Sealed with the page number and commit mark of the frame header, the log's salts and the frame's offset as
// associated data: a frame moved within the log, kept from an earlier generation of it, or brought from another file
// fails to open. Page numbers and salts stay readable; they say nothing about a patient.
//
// Checksums. SQLite's run over the plain pages, from frame to frame, so they cannot be recomputed over sealed ones when
// SQLite rewrites a frame. They stay as they are, and because a checksum of plain text would confirm a guess, each is
// hidden under a pad that belongs to its place. Only a frame rewritten within one transaction uses its pad twice.
//
// Header. SQLite without the key would find no frame it believes in, and then delete the log: committed reports gone,
// because somebody looked at the file with another program. So on disk the format version is a signature of the
// header, never the number SQLite knows, under a checksum that holds: SQLite answers SQLITE_CANTOPEN and touches
// nothing (wal.c, walIndexRecover). With the key, the signature tells the log of another file.
//
// Recovery. A frame that does not open is the torn end of the log after a power cut, and SQLite must go on without it.
// Or it is damage, and going on would drop commits that were acknowledged. Each frame carries, sealed, the end of the
// last commit that had been synced when it was written; if a frame further on says that the bad one had been, it is
// damage.
// Damage in the very last transaction cannot be told from a torn end.
//
// Index. The -shm file holds page numbers, salts and the last frame's checksum, plain, while the database is open.
#include "sealed.h"
#include <sodium.h>
#include <string.h>

enum {
    logHeaderSize = 32,
    frameHeaderSize = 24,
    frameSize = frameHeaderSize + pageSize,
    knownVersion = 3007000,
    placeSize = cvault_salt_bytes + 1 + 16 + 8,
};

// MARK: The log's header

/// SQLite's checksum of `size` bytes, going on from `sum`.
static void addToChecksum(uint32_t sum[2], bool isBigEndian, const u8 *bytes, int size) {
    for (int i = 0; i < size; i += 8) {
        uint32_t a = get32(bytes + i), b = get32(bytes + i + 4);
        sum[0] += (isBigEndian ? a : __builtin_bswap32(a)) + sum[1];
        sum[1] += (isBigEndian ? b : __builtin_bswap32(b)) + sum[0];
    }
}

/// Words are big-endian if the lowest bit of the magic number is set.
static bool isBigEndian(const u8 *header) { return header[3] & 1; }

static void headerChecksum(const u8 *header, u8 checksum[8]) {
    uint32_t sum[2] = {0, 0};
    addToChecksum(sum, isBigEndian(header), header, logHeaderSize - 8);
    put32(checksum, sum[0]);
    put32(checksum + 4, sum[1]);
}

static void setVersion(u8 *header, uint32_t version) {
    put32(header + 4, version);
    headerChecksum(header, header + logHeaderSize - 8);
}

static uint32_t signature(const Mount *mount, const u8 *header) {
    u8 signedPart[20], hash[crypto_shorthash_BYTES];
    memcpy(signedPart, header, 4);
    memcpy(signedPart + 4, header + 8, 16);
    crypto_shorthash(hash, signedPart, sizeof signedPart, mount->secrets->header);
    uint32_t result = get32(hash);
    return result == knownVersion ? result ^ 1 : result;
}

static bool isWhole(const u8 *header) {
    u8 checksum[8];
    headerChecksum(header, checksum);
    return (get32(header) & ~1u) == 0x377f0682 && memcmp(checksum, header + logHeaderSize - 8, 8) == 0;
}

static int writeLogHeader(SealedFile *file, const u8 *bytes) {
    u8 header[logHeaderSize];
    memcpy(header, bytes, logHeaderSize);
    if (get32(header + 4) != knownVersion || get32(header + 8) != pageSize) return SQLITE_IOERR_WRITE;
    setVersion(header, signature(file->mount, header));
    memcpy(file->salts, header + 16, 8);
    file->headerOffset = -1;
    return writeBelow(file, header, logHeaderSize, 0);
}

/// The log's header as SQLite wrote it, and its salts into `file`.
static int readLogHeader(SealedFile *file, u8 *header) {
    int result = readBelow(file, header, logHeaderSize, 0);
    if (result != SQLITE_OK) return result;
    if (!isWhole(header)) return SQLITE_NOTFOUND;
    if (get32(header + 4) != signature(file->mount, header)) return NOT_AUTHENTIC;
    setVersion(header, knownVersion);
    memcpy(file->salts, header + 16, 8);
    return SQLITE_OK;
}

// MARK: Frames

// SQLite leaves the salts of a frame header zero while it may still change the frame, and writes them at commit
// (wal.c, walEncodeFrame). So a page is sealed with the log's salts, not its header's.
static bool hasSalts(const u8 *header) { return !sodium_is_zero(header + 8, 8); }
static bool isOfThisGeneration(SealedFile *file, const u8 *header) { return memcmp(header + 8, file->salts, 8) == 0; }

static void framePlace(const Mount *mount, const u8 *header, const u8 *salts, int64_t offset, u8 place[placeSize]) {
    memcpy(place, mount->salt, cvault_salt_bytes);
    place[cvault_salt_bytes] = 'W';
    memcpy(place + cvault_salt_bytes + 1, header, 8);  // page number, commit mark
    memcpy(place + cvault_salt_bytes + 9, salts, 8);
    put64(place + cvault_salt_bytes + 17, (uint64_t)offset);
}

/// Hides a header's checksum, or shows it again.
static void padChecksum(const Mount *mount, u8 *header, int64_t offset) {
    u8 place[placeSize], pad[crypto_shorthash_BYTES];
    framePlace(mount, header, header + 8, offset, place);
    crypto_shorthash(pad, place, sizeof place, mount->secrets->frame);
    for (int i = 0; i < 8; i++) header[16 + i] ^= pad[i];
}

static int writeFrameHeader(SealedFile *file, const u8 *bytes, int64_t offset) {
    u8 header[frameHeaderSize];
    memcpy(header, bytes, frameHeaderSize);
    if (hasSalts(header)) memcpy(file->salts, header + 8, 8);
    memcpy(file->header, header, sizeof file->header);
    file->headerOffset = offset;
    if (get32(header + 4) != 0) {  // the last frame of a commit
        file->committed = offset + frameSize;
        memcpy(file->committedSalts, file->salts, 8);
    }
    padChecksum(file->mount, header, offset);
    return writeBelow(file, header, frameHeaderSize, offset);
}

static int writeFramePage(SealedFile *file, const u8 *page, int64_t offset) {
    u8 header[frameHeaderSize], place[placeSize], sealed[pageSize];
    if (file->headerOffset == offset) {
        memcpy(header, file->header, sizeof file->header);
    } else {  // the page of an older frame of the same transaction
        int result = readBelow(file, header, frameHeaderSize, offset);
        if (result != SQLITE_OK) return SQLITE_IOERR_WRITE;
    }
    framePlace(file->mount, header, file->salts, offset, place);
    bool isSameGeneration = memcmp(file->syncedSalts, file->salts, 8) == 0;
    uint64_t synced = isSameGeneration ? (uint64_t)file->synced : 0;
    if (!sealPage(file->mount, place, sizeof place, synced, page, sealed)) return SQLITE_IOERR_WRITE;
    return writeBelow(file, sealed, pageSize, offset + frameHeaderSize);
}

void logWasSynced(SealedFile *file, bool succeeded) {
    if (!succeeded) file->committed = -1;  // SQLite takes the commit back, and will write over it
    if (file->committed < 0) return;
    // A commit, not whatever lies furthest: behind it may be pages of a transaction that was rolled back.
    file->synced = file->committed;
    memcpy(file->syncedSalts, file->committedSalts, 8);
}

/// Opens a frame read from disk, in place.
static bool openFrame(SealedFile *file, const u8 *salts, u8 *frame, int64_t offset, uint64_t *synced) {
    u8 place[placeSize], plain[pageSize];
    framePlace(file->mount, frame, salts, offset, place);
    if (!openPage(file->mount, place, sizeof place, frame + frameHeaderSize, plain, synced)) return false;
    memcpy(frame + frameHeaderSize, plain, pageSize);
    padChecksum(file->mount, frame, offset);
    return true;
}

/// A page by the log's index. SQLite does not look at the frame's header here; the seal does.
static int readFramePage(SealedFile *file, u8 *page, int64_t offset) {
    u8 frame[frameSize], header[logHeaderSize];
    int result = readBelow(file, frame, frameSize, offset);
    if (result == SQLITE_IOERR_SHORT_READ) return NOT_AUTHENTIC;
    if (result != SQLITE_OK) return result;
    if (hasSalts(frame) && !isOfThisGeneration(file, frame)) {
        // Whoever restarts the log gives it new salts, and that may have been another connection.
        if (readLogHeader(file, header) != SQLITE_OK) return NOT_AUTHENTIC;
        if (!isOfThisGeneration(file, frame)) return NOT_AUTHENTIC;
    }
    if (!openFrame(file, file->salts, frame, offset, NULL)) return NOT_AUTHENTIC;
    memcpy(page, frame + frameHeaderSize, pageSize);
    return SQLITE_OK;
}

// MARK: Recovery

/// Whether a later frame of this generation says that the frame at `offset` had reached the disk.
static bool hadBeenSynced(SealedFile *file, int64_t offset) {
    u8 frame[frameSize];
    for (int64_t later = offset + frameSize;; later += frameSize) {
        if (readBelow(file, frame, frameHeaderSize, later) != SQLITE_OK) return false;
        if (!isOfThisGeneration(file, frame)) continue;
        uint64_t synced = 0;
        if (readBelow(file, frame, frameSize, later) != SQLITE_OK) return false;
        if (openFrame(file, file->salts, frame, later, &synced) && synced > (uint64_t)offset) return true;
    }
}

/// Whether SQLite will find its checksum right. It tells a page of this transaction from one rewritten later in it,
/// which the seal does not.
static bool followsInChecksum(SealedFile *file, const u8 *frame, int64_t offset) {
    if (offset != file->expected) return true;  // not read from the start: SQLite knows the sum, we do not
    addToChecksum(file->running, file->isBigEndian, frame, 8);
    addToChecksum(file->running, file->isBigEndian, frame + frameHeaderSize, pageSize);
    file->expected = offset + frameSize;
    return get32(frame + 16) == file->running[0] && get32(frame + 20) == file->running[1];
}

/// A whole frame: SQLite recovers the log, or computes checksums of a transaction anew.
static int readFrame(SealedFile *file, u8 *frame, int64_t offset) {
    int result = readBelow(file, frame, frameSize, offset);
    if (result != SQLITE_OK) return result;
    bool mayBeWhole = isOfThisGeneration(file, frame) || !file->recovering;
    bool isWhole = mayBeWhole && openFrame(file, file->salts, frame, offset, NULL);
    if (isWhole && (!file->recovering || followsInChecksum(file, frame, offset))) return SQLITE_OK;
    if (!file->recovering || hadBeenSynced(file, offset)) return NOT_AUTHENTIC;
    memset(frame, 0, frameSize);  // no frame has page number 0: here the log ends
    return SQLITE_OK;
}

/// Whether there is a frame of any generation.
static bool holdsFrames(SealedFile *file) {
    u8 frame[frameSize];
    for (int64_t offset = logHeaderSize; readBelow(file, frame, frameSize, offset) == SQLITE_OK; offset += frameSize)
        if (openFrame(file, frame + 8, frame, offset, NULL)) return true;
    return false;
}

static int recoverLogHeader(SealedFile *file, u8 *header) {
    int result = readLogHeader(file, header);
    file->recovering = true;
    file->expected = logHeaderSize;
    file->isBigEndian = isBigEndian(header);
    for (int i = 0; i < 2; i++) file->running[i] = get32(header + logHeaderSize - 8 + 4 * i);
    if (result != SQLITE_NOTFOUND) return result;
    // No header: nothing was written yet, unless some frame opens. SQLite syncs the header before it writes any.
    if (holdsFrames(file)) return NOT_AUTHENTIC;
    memset(header, 0, logHeaderSize);
    return SQLITE_OK;
}

// MARK: What SQLite asks for

/// The eight bytes of a checksum, from which SQLite computes on.
static int readChecksum(SealedFile *file, u8 *checksum, int64_t offset) {
    u8 header[logHeaderSize];
    int result;
    if (offset == logHeaderSize - 8) {
        result = readLogHeader(file, header);
        if (result == SQLITE_OK) memcpy(checksum, header + logHeaderSize - 8, 8);
    } else {
        result = readBelow(file, header, frameHeaderSize, offset - 16);
        padChecksum(file->mount, header, offset - 16);
        if (result == SQLITE_OK) memcpy(checksum, header + 16, 8);
    }
    return result == SQLITE_NOTFOUND ? NOT_AUTHENTIC : result;
}

int readLog(SealedFile *file, void *bytes, int count, int64_t offset) {
    if (offset == 0 && count == logHeaderSize) return recoverLogHeader(file, bytes);
    int64_t within = offset < logHeaderSize ? -1 : (offset - logHeaderSize) % frameSize;
    if (within == 0 && count == frameSize) return readFrame(file, bytes, offset);
    file->recovering = false;
    if (within == frameHeaderSize && count == pageSize) return readFramePage(file, bytes, offset - frameHeaderSize);
    if ((within == 16 || offset == logHeaderSize - 8) && count == 8) return readChecksum(file, bytes, offset);
    return SQLITE_IOERR_READ;
}

static int writePart(SealedFile *file, const void *bytes, int count, int64_t offset) {
    if (offset == 0 && count == logHeaderSize) return writeLogHeader(file, bytes);
    int64_t within = offset < logHeaderSize ? -1 : (offset - logHeaderSize) % frameSize;
    if (within == 0 && count == frameHeaderSize) return writeFrameHeader(file, bytes, offset);
    if (within == frameHeaderSize && count == pageSize) return writeFramePage(file, bytes, offset - frameHeaderSize);
    return SQLITE_IOERR_WRITE;
}

int writeLog(SealedFile *file, const void *bytes, int count, int64_t offset) {
    file->recovering = false;
    int result = writePart(file, bytes, count, offset);
    if (result != SQLITE_OK) file->committed = -1;
    return result;
}
