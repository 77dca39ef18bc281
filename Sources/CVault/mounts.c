// Which databases are sealed, and under which keys. Keys lie in libsodium's guarded memory: locked, never dumped,
// zeroed when freed.
#include "sealed.h"
#include <pthread.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

enum { longestPath = 4096 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static Mount *first;

/// A key for one use, from the data key: keyed BLAKE2b of the use and the file's salt.
static void derive(u8 *result, size_t size, const u8 *key, const u8 *salt, const char *use) {
    crypto_generichash_state state;
    crypto_generichash_init(&state, key, cvault_key_bytes, size);
    crypto_generichash_update(&state, (const u8 *)use, strlen(use));
    crypto_generichash_update(&state, salt, cvault_salt_bytes);
    crypto_generichash_final(&state, result, size);
    sodium_memzero(&state, sizeof state);
}

/// The path as SQLite will name it to xOpen: absolute, symbolic links followed.
static bool fullPath(const char *path, char result[longestPath]) {
    sqlite3_vfs *vfs = vfsBelow();
    int code = vfs->xFullPathname(vfs, path, longestPath, result);
    return code == SQLITE_OK || code == SQLITE_OK_SYMLINK;
}

static Mount *find(const char *path) {
    for (Mount *mount = first; mount; mount = mount->next)
        if (mount->mounts > 0 && strcmp(mount->path, path) == 0) return mount;
    return NULL;
}

static void discard(Mount *mount) {
    if (mount->mounts > 0 || mount->files > 0) return;
    for (Mount **link = &first; *link; link = &(*link)->next)
        if (*link == mount) {
            *link = mount->next;
            break;
        }
    sodium_free(mount->secrets);
    free(mount->path);
    free(mount);
}

static Mount *newMount(const char *path, const u8 *key, const u8 *salt) {
    Mount *mount = calloc(1, sizeof *mount);
    Secrets *secrets = sodium_malloc(sizeof *secrets);
    char *copy = strdup(path);
    if (!mount || !secrets || !copy) {
        sodium_free(secrets);
        free(mount);
        free(copy);
        return NULL;
    }
    memcpy(mount->salt, salt, cvault_salt_bytes);
    derive(secrets->page, sizeof secrets->page, key, salt, "readroom page");
    derive(secrets->frame, sizeof secrets->frame, key, salt, "readroom frame");
    derive(secrets->header, sizeof secrets->header, key, salt, "readroom log");
    derive(mount->fingerprint, sizeof mount->fingerprint, key, salt, "readroom mount");
    sodium_mprotect_readonly(secrets);
    mount->secrets = secrets;
    mount->path = copy;
    mount->pathLength = strlen(copy);
    mount->next = first;
    return first = mount;
}

int cvault_mount(const char *path, const u8 key[cvault_key_bytes], const u8 salt[cvault_salt_bytes]) {
    char full[longestPath];
    u8 fingerprint[16];
    if (sodium_init() < 0) return SQLITE_ERROR;
    int result = registerVFS();
    if (result != SQLITE_OK) return result;
    if (!fullPath(path, full)) return SQLITE_CANTOPEN;
    derive(fingerprint, sizeof fingerprint, key, salt, "readroom mount");
    pthread_mutex_lock(&lock);
    Mount *mount = find(full);
    if (mount && sodium_memcmp(mount->fingerprint, fingerprint, sizeof fingerprint) != 0) {
        result = SQLITE_MISUSE;
    } else if (!mount && !(mount = newMount(full, key, salt))) {
        result = SQLITE_NOMEM;
    } else {
        mount->mounts++;
    }
    pthread_mutex_unlock(&lock);
    return result;
}

void cvault_unmount(const char *path) {
    char full[longestPath];
    if (!vfsBelow() || !fullPath(path, full)) return;
    pthread_mutex_lock(&lock);
    Mount *mount = find(full);
    if (mount) {
        mount->mounts--;
        discard(mount);
    }
    pthread_mutex_unlock(&lock);
}

/// What `path` is to `mount`. A log or journal belongs to its database even after that was unmounted: an open
/// connection must not begin to write a plain log.
static Kind kindOf(const Mount *mount, const char *path, int flags) {
    if (strncmp(path, mount->path, mount->pathLength) != 0) return notSealed;
    const char *suffix = path + mount->pathLength;
    if (flags & SQLITE_OPEN_WAL) return strcmp(suffix, "-wal") == 0 ? logFile : notSealed;
    if (flags & SQLITE_OPEN_MAIN_JOURNAL) return strcmp(suffix, "-journal") == 0 ? journalFile : notSealed;
    return (flags & SQLITE_OPEN_MAIN_DB) && *suffix == 0 && mount->mounts > 0 ? databaseFile : notSealed;
}

Mount *mountFor(const char *path, int flags, Kind *kind) {
    *kind = notSealed;
    if (!path) return NULL;
    pthread_mutex_lock(&lock);
    Mount *mount = first;
    while (mount && (*kind = kindOf(mount, path, flags)) == notSealed) mount = mount->next;
    if (mount) mount->files++;
    pthread_mutex_unlock(&lock);
    return mount;
}

void releaseMount(Mount *mount) {
    pthread_mutex_lock(&lock);
    mount->files--;
    discard(mount);
    pthread_mutex_unlock(&lock);
}

bool anyMounts(void) {
    pthread_mutex_lock(&lock);
    bool result = first != NULL;
    pthread_mutex_unlock(&lock);
    return result;
}
