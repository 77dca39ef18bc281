// The VFS itself: the default one, with another xOpen. A file we have no key for is opened by the VFS below, in full,
// and we never see it again; so plain databases lose neither speed nor memory mapping.
#include "sealed.h"
#include <pthread.h>
#include <string.h>

static sqlite3_vfs *original;
static sqlite3_vfs *memory;
static sqlite3_vfs sealing;

// MARK: An open file

static int fileClose(sqlite3_file *base) {
    SealedFile *file = (SealedFile *)base;
    int result = below(file)->pMethods->xClose(below(file));
    releaseMount(file->mount);
    base->pMethods = NULL;
    return result;
}

static int fileRead(sqlite3_file *base, void *bytes, int count, sqlite3_int64 offset) {
    SealedFile *file = (SealedFile *)base;
    switch (file->kind) {
        case databaseFile: return readDatabase(file, bytes, count, offset);
        case logFile: return readLog(file, bytes, count, offset);
        case journalFile: return readJournal(file, bytes, count, offset);
        case notSealed: break;
    }
    return SQLITE_IOERR_READ;
}

static int fileWrite(sqlite3_file *base, const void *bytes, int count, sqlite3_int64 offset) {
    SealedFile *file = (SealedFile *)base;
    switch (file->kind) {
        case databaseFile: return writeDatabase(file, bytes, count, offset);
        case logFile: return writeLog(file, bytes, count, offset);
        case journalFile: return writeJournal(file, bytes, count, offset);
        case notSealed: break;
    }
    return SQLITE_IOERR_WRITE;
}

static int fileSync(sqlite3_file *base, int flags) {
    SealedFile *file = (SealedFile *)base;
    int result = below(file)->pMethods->xSync(below(file), flags);
    if (file->kind == logFile) logWasSynced(file, result == SQLITE_OK);
    return result;
}

static int fileControl(sqlite3_file *base, int operation, void *argument) {
    sqlite3_file *file = below((SealedFile *)base);
    int result = file->pMethods->xFileControl(file, operation, argument);
    if (operation == SQLITE_FCNTL_VFSNAME && result == SQLITE_OK)
        *(char **)argument = sqlite3_mprintf("%s/%z", sealing.zName, *(char **)argument);
    return result;
}

// Passed on as they are.
#define PASS(name, parameters, ...)                              \
    static int name parameters {                                 \
        sqlite3_file *file = below((SealedFile *)base);          \
        return file->pMethods->__VA_ARGS__;                      \
    }
PASS(fileTruncate, (sqlite3_file *base, sqlite3_int64 size), xTruncate(file, size))
PASS(fileSize, (sqlite3_file *base, sqlite3_int64 *size), xFileSize(file, size))
PASS(fileLock, (sqlite3_file *base, int level), xLock(file, level))
PASS(fileUnlock, (sqlite3_file *base, int level), xUnlock(file, level))
PASS(fileCheckReservedLock, (sqlite3_file *base, int *result), xCheckReservedLock(file, result))
PASS(fileSectorSize, (sqlite3_file *base), xSectorSize(file))
PASS(fileDeviceCharacteristics, (sqlite3_file *base), xDeviceCharacteristics(file) & ~SQLITE_IOCAP_BATCH_ATOMIC)
PASS(fileShmMap, (sqlite3_file *base, int page, int size, int extend, void volatile **memory),
     xShmMap(file, page, size, extend, memory))
PASS(fileShmLock, (sqlite3_file *base, int offset, int count, int flags), xShmLock(file, offset, count, flags))
PASS(fileShmUnmap, (sqlite3_file *base, int delete), xShmUnmap(file, delete))

static void fileShmBarrier(sqlite3_file *base) {
    sqlite3_file *file = below((SealedFile *)base);
    file->pMethods->xShmBarrier(file);
}

/// Version 2 has shared memory, for the log's index, but no memory mapping, which would show SQLite sealed pages.
static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = fileClose,
    .xRead = fileRead,
    .xWrite = fileWrite,
    .xTruncate = fileTruncate,
    .xSync = fileSync,
    .xFileSize = fileSize,
    .xLock = fileLock,
    .xUnlock = fileUnlock,
    .xCheckReservedLock = fileCheckReservedLock,
    .xFileControl = fileControl,
    .xSectorSize = fileSectorSize,
    .xDeviceCharacteristics = fileDeviceCharacteristics,
    .xShmMap = fileShmMap,
    .xShmLock = fileShmLock,
    .xShmBarrier = fileShmBarrier,
    .xShmUnmap = fileShmUnmap,
};

// MARK: Opening

static int openSealed(const char *path, SealedFile *file, Mount *mount, Kind kind, int flags, int *outFlags) {
    memset(file, 0, (size_t)sealing.szOsFile);
    file->mount = mount;
    file->kind = kind;
    file->headerOffset = file->committed = file->numberOffset = file->checksumOffset = -1;
    int result = original->xOpen(original, path, below(file), flags, outFlags);
    // Without powersafe overwrite (the default) SQLite pads headers and frames to sectors: sizes would no longer tell
    // what is written.
    bool isOpen = below(file)->pMethods != NULL;
    if (result == SQLITE_OK && !(fileDeviceCharacteristics(&file->base) & SQLITE_IOCAP_POWERSAFE_OVERWRITE))
        result = SQLITE_CANTOPEN;
    if (result != SQLITE_OK) {
        if (isOpen) below(file)->pMethods->xClose(below(file));
        releaseMount(mount);
        return result;
    }
    file->base.pMethods = &methods;
    return SQLITE_OK;
}

static int vfsOpen(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *outFlags) {
    (void)vfs;
    Kind kind;
    file->pMethods = NULL;
    // Sorters, statement journals, VACUUM's copy: temporary files have no name. Once a key is here they are kept in
    // memory, whatever temp_store says.
    if (!path && anyMounts()) return memory->xOpen(memory, NULL, file, flags, outFlags);
    Mount *mount = mountFor(path, flags, &kind);
    if (!mount) return original->xOpen(original, path, file, flags, outFlags);
    return openSealed(path, (SealedFile *)file, mount, kind, flags, outFlags);
}

static SealedFile *mainFile(sqlite3 *connection) {
    sqlite3_file *file = NULL;
    if (sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK) return NULL;
    return file && file->pMethods == &methods ? (SealedFile *)file : NULL;
}

bool cvault_seals(sqlite3 *connection) { return mainFile(connection) != NULL; }

/// Run by SQLite for each new connection: a new sealed file leaves room for the seal. (An existing one says so itself;
/// a page 1 without the room is refused when written.)
static int prepare(sqlite3 *connection, char **error, const struct sqlite3_api_routines *api) {
    (void)error, (void)api;
    return mainFile(connection) ? cvault_reserve(connection) : SQLITE_OK;
}

// MARK: Registering

static int registration = SQLITE_ERROR;

static void registerOnce(void) {
    original = sqlite3_vfs_find(NULL);
    memory = sqlite3_vfs_find("memdb");
    if (!original || !memory) return;
    sealing = *original;  // Every method but xOpen works on names alone.
    sealing.pNext = NULL;
    sealing.zName = "readroom-vault";
    sealing.xOpen = vfsOpen;
    int largest = original->szOsFile > memory->szOsFile ? original->szOsFile : memory->szOsFile;
    sealing.szOsFile = (int)sizeof(SealedFile) + 16 + largest;
    registration = sqlite3_vfs_register(&sealing, 1);
    if (registration == SQLITE_OK) registration = sqlite3_auto_extension((void (*)(void))prepare);
}

int registerVFS(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, registerOnce);
    return registration;
}

sqlite3_vfs *vfsBelow(void) { return original; }
