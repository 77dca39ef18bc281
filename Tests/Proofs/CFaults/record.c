// Every change of the disk, in the order it was made.
#define _GNU_SOURCE
#include "faults.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct faults_operation *operations;
static size_t count, room;

static void append(struct faults_operation operation) {
    pthread_mutex_lock(&lock);
    if (count == room) {
        room = room ? 2 * room : 4096;
        operations = realloc(operations, room * sizeof *operations);
    }
    if (!operations) abort();
    operations[count++] = operation;
    pthread_mutex_unlock(&lock);
}

static char *path_of(int file) {
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) abort();
    path[length] = 0;
    return strdup(path);
}

static char *whole(int folder, const char *path) {
    if (!path) return NULL;
    if (path[0] == '/' || folder == AT_FDCWD) return strdup(path);
    char *parent = path_of(folder), *result = NULL;
    if (asprintf(&result, "%s/%s", parent, path) < 0) abort();
    free(parent);
    return result;
}

void record_file(char kind, int file, int64_t offset, const void *bytes, size_t size) {
    if (!is_recording()) return;
    int before = errno;
    struct stat status;
    if (fstat(file, &status) != 0) abort();
    bool is_folder = S_ISDIR(status.st_mode);
    uint8_t *copy = bytes ? malloc(size + 1) : NULL;
    if (copy) memcpy(copy, bytes, size);
    append((struct faults_operation){
        .kind = kind, .is_folder = is_folder, .file = status.st_ino, .offset = offset, .count = size, .bytes = copy,
        .path = is_folder ? path_of(file) : NULL});
    errno = before;
}

void record_name(char kind, int file, int folder, const char *path, int target_folder, const char *target) {
    if (!is_recording()) return;
    int before = errno;
    struct stat status = {0};
    if (file >= 0 && fstat(file, &status) != 0) abort();
    append((struct faults_operation){
        .kind = kind, .is_folder = kind == faults_folder, .file = status.st_ino, .path = whole(folder, path),
        .target = whole(target_folder, target)});
    errno = before;
}

size_t faults_operation_count(void) { return count; }
const struct faults_operation *faults_operation_at(size_t index) { return &operations[index]; }
