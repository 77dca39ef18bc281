// One page: XChaCha20-Poly1305 with a random nonce per write and its place as associated data.
//
// 24 random bytes of nonce may be drawn for every write without a counter (libsodium documentation, "XChaCha20-Poly1305
// construction"), so nothing about nonces has to survive a crash. The place - salt of the file, page number, and in the
// log generation and offset - makes a page that was moved within the file, or brought from another file, fail to open.
// An older sealed version of the same page does open: to tell that would take a tree of hashes over the whole file.
#include "sealed.h"
#include <sodium.h>
#include <string.h>

enum { sealedSize = bodySize + noteSize };

bool sealPage(const Mount *mount, const u8 *place, size_t placeLength, uint64_t note, const u8 *plain, u8 *sealed) {
    // SQLite's log checksums cover the whole page, and these bytes come back as zeros: a page that holds something
    // there could be written but never recovered.
    if (!sodium_is_zero(plain + bodySize, reservedSize)) return false;
    u8 content[sealedSize];
    memcpy(content, plain, bodySize);
    put64(content + bodySize, note);
    u8 *tag = sealed + sealedSize, *nonce = tag + tagSize;
    randombytes_buf(nonce, nonceSize);
    crypto_aead_xchacha20poly1305_ietf_encrypt_detached(
        sealed, tag, NULL, content, sealedSize, place, placeLength, NULL, nonce, mount->secrets->page);
    return true;
}

bool openPage(const Mount *mount, const u8 *place, size_t placeLength, const u8 *sealed, u8 *plain, uint64_t *note) {
    const u8 *tag = sealed + sealedSize, *nonce = tag + tagSize;
    u8 content[sealedSize];
    int failed = crypto_aead_xchacha20poly1305_ietf_decrypt_detached(
        content, NULL, sealed, sealedSize, tag, place, placeLength, nonce, mount->secrets->page);
    if (failed) return false;
    memcpy(plain, content, bodySize);
    memset(plain + bodySize, 0, reservedSize);
    if (note) *note = get64(content + bodySize);
    return true;
}

// A page of the database file, or its copy in the rollback journal: the same seal, so that a journal record is what
// belongs into the file.
enum { databasePlaceSize = cvault_salt_bytes + 5 };

static void databasePlace(const Mount *mount, uint32_t number, u8 place[databasePlaceSize]) {
    memcpy(place, mount->salt, cvault_salt_bytes);
    place[cvault_salt_bytes] = 'D';
    put32(place + cvault_salt_bytes + 1, number);
}

bool sealDatabasePage(const Mount *mount, uint32_t number, const u8 *plain, u8 *sealed) {
    u8 place[databasePlaceSize];
    databasePlace(mount, number, place);
    return sealPage(mount, place, sizeof place, 0, plain, sealed);
}

bool openDatabasePage(const Mount *mount, uint32_t number, const u8 *sealed, u8 *plain) {
    u8 place[databasePlaceSize];
    databasePlace(mount, number, place);
    return openPage(mount, place, sizeof place, sealed, plain, NULL);
}
