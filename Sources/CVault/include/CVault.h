#ifndef READROOM_CVAULT_H
#define READROOM_CVAULT_H
// A SQLite VFS that seals every page of the databases it has a key for. Everything else passes through untouched.
//
// How pages, log frames and journal records are sealed is told where it is done: page.c, wal.c, journal.c.
#include <stdbool.h>
#include <stdint.h>

struct sqlite3;

enum { cvault_key_bytes = 32, cvault_salt_bytes = 16 };

/// Makes the sealing VFS the default one, once per process, and keeps `key` for the database at `path`.
/// From now on every connection to `path` reads and writes sealed pages. Mounts of one path are counted.
/// Returns an SQLite result code; SQLITE_MISUSE if the path is mounted with another key.
int cvault_mount(
    const char *_Nonnull path, const uint8_t key[_Nonnull cvault_key_bytes],
    const uint8_t salt[_Nonnull cvault_salt_bytes]);

/// Forgets the key of `path` for connections to come. Open connections keep theirs until they close.
void cvault_unmount(const char *_Nonnull path);

/// Whether the main database of this connection is sealed.
bool cvault_seals(struct sqlite3 *_Nonnull connection);

/// A connection of Vault's own, to convert and to check databases: no more than that needs.
/// All return an SQLite result code. `reserve` makes VACUUM INTO leave room for the seal.
int cvault_open(const char *_Nonnull path, struct sqlite3 *_Nullable *_Nonnull connection);
int cvault_reserve(struct sqlite3 *_Nonnull connection);
int cvault_execute(struct sqlite3 *_Nonnull connection, const char *_Nonnull sql);
/// The first column of every row, each handed to `row` as text (NULL as the empty text).
int cvault_query(
    struct sqlite3 *_Nonnull connection, const char *_Nonnull sql, void *_Nullable context,
    void (*_Nonnull row)(void *_Nullable context, const char *_Nonnull text));
void cvault_close(struct sqlite3 *_Nonnull connection);

/// Forbids core dumps of this process, and other programs of the same user to look into its memory.
/// Returns 0, or -1 with `errno`.
int cvault_forbid_dumps(void);

/* Freed memory goes back to the system soon: what one study or one list took is not kept for the next. */
void cvault_keep_little_memory(void);

/// The user at the other end of a local socket; -1 with `errno` if it cannot be told.
int64_t cvault_peer_user(int socket);

/// The kind of file system `path` lies on, as `statfs` tells it (`f_type`); -1 if it cannot be told.
int64_t cvault_file_system(const char *_Nonnull path);

#endif
