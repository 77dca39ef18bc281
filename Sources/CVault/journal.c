// The rollback journal (file format, section 3): headers, and records of page number, page as it was, checksum.
//
// Pages are told by their size. They are sealed as in the database file, so a record is what belongs there. The
// checksum adds up some bytes of the page (pager.c, pager_cksum); on disk it is made to fit the sealed page. So nothing
// of the page is told, and a program without the key that finds the journal hot rolls back what it should.
// A page that does not open is an error, never the end of the journal: SQLite syncs the journal before it writes into
// the database, and stopping short would leave a transaction half undone.
#include "sealed.h"

static uint32_t sum(const u8 *page) {
    uint32_t result = 0;
    for (int i = pageSize - 200; i > 0; i -= 200) result += page[i];
    return result;
}

static void expectChecksum(SealedFile *file, int64_t offset, const u8 *plain, const u8 *sealed) {
    file->checksumOffset = offset;
    file->checksumShift = sum(sealed) - sum(plain);
}

static int pageNumber(SealedFile *file, int64_t pageOffset, uint32_t *number) {
    u8 bytes[4];
    if (file->numberOffset == pageOffset - 4) {
        *number = file->number;
        return SQLITE_OK;
    }
    int result = readBelow(file, bytes, 4, pageOffset - 4);
    *number = get32(bytes);
    return result;
}

/// Whether four bytes at `offset` are a checksum; once asked, the next four bytes are not.
static bool isChecksum(SealedFile *file, int64_t offset) {
    bool result = offset == file->checksumOffset;
    file->checksumOffset = -1;
    return result;
}

static void rememberNumber(SealedFile *file, int64_t offset, const u8 *bytes) {
    file->numberOffset = offset;
    file->number = get32(bytes);
}

int readJournal(SealedFile *file, void *bytes, int count, int64_t offset) {
    u8 sealed[pageSize];
    uint32_t number;
    if (count != pageSize) {
        int result = readBelow(file, bytes, count, offset);
        if (result != SQLITE_OK || count != 4) return result;
        if (isChecksum(file, offset)) put32(bytes, get32(bytes) - file->checksumShift);
        else rememberNumber(file, offset, bytes);
        return SQLITE_OK;
    }
    int result = readBelow(file, sealed, pageSize, offset);
    if (result != SQLITE_OK) return result;
    if (pageNumber(file, offset, &number) != SQLITE_OK) return SQLITE_IOERR_READ;
    if (!openDatabasePage(file->mount, number, sealed, bytes)) return NOT_AUTHENTIC;
    expectChecksum(file, offset + pageSize, bytes, sealed);
    return SQLITE_OK;
}

int writeJournal(SealedFile *file, const void *bytes, int count, int64_t offset) {
    u8 sealed[pageSize], shifted[4];
    uint32_t number;
    if (count == 4) {
        if (!isChecksum(file, offset)) {
            rememberNumber(file, offset, bytes);
            return writeBelow(file, bytes, 4, offset);
        }
        put32(shifted, get32(bytes) + file->checksumShift);
        return writeBelow(file, shifted, 4, offset);
    }
    // Headers take one sector, names at most a path; nothing as large as a page leaves here unsealed.
    if (count != pageSize) return count < pageSize / 2 ? writeBelow(file, bytes, count, offset) : SQLITE_IOERR_WRITE;
    if (pageNumber(file, offset, &number) != SQLITE_OK) return SQLITE_IOERR_WRITE;
    if (!sealDatabasePage(file->mount, number, bytes, sealed)) return SQLITE_IOERR_WRITE;
    expectChecksum(file, offset + pageSize, bytes, sealed);
    return writeBelow(file, sealed, pageSize, offset);
}
