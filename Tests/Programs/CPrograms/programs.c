// What Swift's import of the C library leaves out: file actions that are extensions.
#define _GNU_SOURCE
#include "programs.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

static int set_files(posix_spawn_file_actions_t *actions, const char *output, const char *errors) {
    const int writing = O_WRONLY | O_CREAT | O_TRUNC | O_APPEND;
    int failure = posix_spawn_file_actions_addopen(actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    if (!failure) failure = posix_spawn_file_actions_addopen(actions, STDOUT_FILENO, output, writing, 0600);
    if (!failure)
        failure = errors ? posix_spawn_file_actions_addopen(actions, STDERR_FILENO, errors, writing, 0600)
                         : posix_spawn_file_actions_adddup2(actions, STDOUT_FILENO, STDERR_FILENO);
    if (!failure) failure = posix_spawn_file_actions_addclosefrom_np(actions, STDERR_FILENO + 1);
    return failure;
}

int programs_spawn(pid_t *process, const char *path, char *const arguments[], char *const environment[],
                   const char *directory, const char *output, const char *errors) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int failure = posix_spawn_file_actions_init(&actions);
    if (failure) return failure;
    failure = posix_spawnattr_init(&attributes);
    if (!failure) {
        failure = set_files(&actions, output, errors);
        // The files are named from where the caller works, so that they are opened before.
        if (!failure && directory) failure = posix_spawn_file_actions_addchdir_np(&actions, directory);
        // Threads of a test run block signals; a program that inherits that cannot be ended any more.
        sigset_t none;
        sigemptyset(&none);
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
        if (!failure) failure = posix_spawn(process, path, &actions, &attributes, arguments, environment);
        posix_spawnattr_destroy(&attributes);
    }
    posix_spawn_file_actions_destroy(&actions);
    return failure;
}

static int set_terminal(posix_spawn_file_actions_t *actions, const char *terminal) {
    // The first terminal that the leader of a new session opens becomes its own.
    int failure = posix_spawn_file_actions_addopen(actions, STDIN_FILENO, terminal, O_RDWR, 0);
    if (!failure) failure = posix_spawn_file_actions_adddup2(actions, STDIN_FILENO, STDOUT_FILENO);
    if (!failure) failure = posix_spawn_file_actions_adddup2(actions, STDIN_FILENO, STDERR_FILENO);
    if (!failure) failure = posix_spawn_file_actions_addclosefrom_np(actions, STDERR_FILENO + 1);
    return failure;
}

int programs_open_terminal(int columns, int rows) {
    int terminal = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (terminal < 0) return -1;
    struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns };
    if (grantpt(terminal) || unlockpt(terminal) || ioctl(terminal, TIOCSWINSZ, &size)) {
        close(terminal);
        return -1;
    }
    return terminal;
}

int programs_spawn_in_terminal(pid_t *process, int terminal, const char *path, char *const arguments[],
                               char *const environment[]) {
    char name[128];
    int failure = ptsname_r(terminal, name, sizeof name);
    if (failure) return failure;
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    failure = posix_spawn_file_actions_init(&actions);
    if (failure) return failure;
    failure = posix_spawnattr_init(&attributes);
    if (!failure) {
        failure = set_terminal(&actions, name);
        sigset_t none;
        sigemptyset(&none);
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSID);
        if (!failure) failure = posix_spawn(process, path, &actions, &attributes, arguments, environment);
        posix_spawnattr_destroy(&attributes);
    }
    posix_spawn_file_actions_destroy(&actions);
    return failure;
}
