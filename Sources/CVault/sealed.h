#ifndef READROOM_CVAULT_SEALED_H
#define READROOM_CVAULT_SEALED_H
// What the parts of the VFS share. Not seen by Swift.
#include "CVault.h"
#include <sqlite3.h>
#include <stdatomic.h>
#include <stddef.h>

typedef uint8_t u8;

// A sealed page, on disk:  sealed body | sealed note | tag | nonce.
// SQLite sees the body; the rest lies in the bytes it reserves at the end of each page (file format, 1.3.4).
enum {
    pageSize = 4096,
    nonceSize = 24,
    tagSize = 16,
    noteSize = 8,  // A word of the VFS's own, sealed with the page. See wal.c.
    reservedSize = nonceSize + tagSize + noteSize,
    bodySize = pageSize - reservedSize,
};

typedef struct {
    u8 page[32];    // seals pages
    u8 frame[16];   // hides the checksums in frame headers
    u8 header[16];  // signs the header of the write-ahead log
} Secrets;

typedef struct Mount {
    struct Mount *next;
    char *path;
    size_t pathLength;
    int mounts;  // how often mounted; 0 once unmounted while files are still open
    int files;   // open files
    u8 salt[cvault_salt_bytes];
    u8 fingerprint[16];  // tells a second mount with another key
    Secrets *secrets;    // locked memory, zeroed when freed
} Mount;

typedef enum { notSealed, databaseFile, logFile, journalFile } Kind;

typedef struct {
    sqlite3_file base;  // must be first: SQLite sees this
    Mount *mount;
    Kind kind;

    // Write-ahead log.
    bool recovering;        // since the log's header was read, until anything else happens
    bool isBigEndian;       // the words of its checksums
    int64_t expected;       // where recovery goes on, if it goes frame by frame
    uint32_t running[2];    // SQLite's checksum up to there
    u8 salts[8];            // of the log's present generation, as far as known
    int64_t headerOffset;   // of the frame header written last, or -1
    u8 header[8];           // page number and commit mark of that header
    int64_t committed;      // end of the last commit written here and not failed, or -1
    u8 committedSalts[8];   // the generation that was in
    int64_t synced;         // end of the last commit that a sync has covered
    u8 syncedSalts[8];      // the generation that was in

    // Rollback journal.
    int64_t numberOffset;  // of the four bytes read or written last
    uint32_t number;
    int64_t checksumOffset;  // where the checksum of the page read or written last lies, or -1
    uint32_t checksumShift;  // checksum on disk minus the checksum SQLite knows
} SealedFile;

/// The file of the VFS below; SQLite gave us room for it behind ours.
static inline sqlite3_file *below(SealedFile *file) {
    return (sqlite3_file *)((char *)file + ((sizeof(SealedFile) + 15) & ~(size_t)15));
}
static inline int readBelow(SealedFile *file, void *bytes, int count, int64_t offset) {
    return below(file)->pMethods->xRead(below(file), bytes, count, offset);
}
static inline int writeBelow(SealedFile *file, const void *bytes, int count, int64_t offset) {
    return below(file)->pMethods->xWrite(below(file), bytes, count, offset);
}

// SQLite's integers are big-endian.
static inline uint32_t get32(const u8 *p) {
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}
static inline void put32(u8 *p, uint32_t value) {
    for (int i = 0; i < 4; i++) p[i] = (u8)(value >> (24 - 8 * i));
}
static inline uint64_t get64(const u8 *p) { return (uint64_t)get32(p) << 32 | get32(p + 4); }
static inline void put64(u8 *p, uint64_t value) {
    put32(p, (uint32_t)(value >> 32));
    put32(p + 4, (uint32_t)value);
}

/// A page, a frame or a header that does not open under its key, in its place. cksumvfs.c reports the same code.
#define NOT_AUTHENTIC SQLITE_IOERR_DATA

// mounts.c
Mount *mountFor(const char *path, int openFlags, Kind *kind);
void releaseMount(Mount *mount);
bool anyMounts(void);

// page.c
bool sealPage(const Mount *, const u8 *place, size_t placeLength, uint64_t note, const u8 *plain, u8 *sealed);
bool openPage(const Mount *, const u8 *place, size_t placeLength, const u8 *sealed, u8 *plain, uint64_t *note);
bool sealDatabasePage(const Mount *, uint32_t number, const u8 *plain, u8 *sealed);
bool openDatabasePage(const Mount *, uint32_t number, const u8 *sealed, u8 *plain);

// database.c, wal.c, journal.c
int readDatabase(SealedFile *, void *, int, int64_t);
int writeDatabase(SealedFile *, const void *, int, int64_t);
int readLog(SealedFile *, void *, int, int64_t);
int writeLog(SealedFile *, const void *, int, int64_t);
void logWasSynced(SealedFile *, bool succeeded);
int readJournal(SealedFile *, void *, int, int64_t);
int writeJournal(SealedFile *, const void *, int, int64_t);

// vfs.c
int registerVFS(void);
sqlite3_vfs *vfsBelow(void);

#endif
