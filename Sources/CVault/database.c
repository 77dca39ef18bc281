// The database file: page n lies sealed at the offset where SQLite would have put it plain.
#include "sealed.h"
#include <string.h>

enum { fileHeaderSize = 100 };

/// SQLite reads the first 100 bytes when it opens a file, before it looks for a journal or a log, and takes three
/// things from them: page size, reserved bytes, auto-vacuum (btree.c, sqlite3BtreeOpen). In a sealed file these never
/// vary, so they are answered from here. Page 1 is then sealed whole - no tool without the key takes the file for a
/// database - and a page 1 torn by a power cut does not keep SQLite from rolling back the journal that repairs it.
static int readFileHeader(u8 *header) {
    memset(header, 0, fileHeaderSize);
    memcpy(header, "SQLite format 3", 16);
    header[16] = pageSize >> 8;
    header[20] = reservedSize;
    return SQLITE_OK;
}

/// SQLite asks for parts of page 1 of a file that is new: the header, and later the change counter.
static bool isNew(SealedFile *file) {
    sqlite3_int64 size = 0;
    return below(file)->pMethods->xFileSize(below(file), &size) == SQLITE_OK && size == 0;
}

int readDatabase(SealedFile *file, void *bytes, int count, int64_t offset) {
    if (count < pageSize && isNew(file)) {
        memset(bytes, 0, (size_t)count);
        return SQLITE_IOERR_SHORT_READ;
    }
    if (offset == 0 && count == fileHeaderSize) return readFileHeader(bytes);
    int within = (int)(offset % pageSize);
    if (within + count > pageSize) return SQLITE_IOERR_READ;  // SQLite reads pages, or a part of the first
    u8 sealed[pageSize], plain[pageSize];
    int result = readBelow(file, sealed, pageSize, offset - within);
    // SQLite takes what lies behind the end for zeros. It never needs to: that is a truncated file.
    if (result == SQLITE_IOERR_SHORT_READ) return NOT_AUTHENTIC;
    if (result != SQLITE_OK) return result;
    if (!openDatabasePage(file->mount, (uint32_t)(offset / pageSize) + 1, sealed, plain)) return NOT_AUTHENTIC;
    memcpy(bytes, plain + within, (size_t)count);
    return SQLITE_OK;
}

/// Whether page 1 says what `readFileHeader` will say.
static bool fitsTheVFS(const u8 *page) {
    return memcmp(page, "SQLite format 3", 16) == 0 && page[16] == pageSize >> 8 && page[17] == 0 &&
           page[20] == reservedSize && get32(page + 52) == 0;
}

int writeDatabase(SealedFile *file, const void *bytes, int count, int64_t offset) {
    if (count != pageSize || offset % pageSize != 0) return SQLITE_IOERR_WRITE;
    if (offset == 0 && !fitsTheVFS(bytes)) return SQLITE_IOERR_WRITE;
    u8 sealed[pageSize];
    if (!sealDatabasePage(file->mount, (uint32_t)(offset / pageSize) + 1, bytes, sealed)) return SQLITE_IOERR_WRITE;
    return writeBelow(file, sealed, pageSize, offset);
}
