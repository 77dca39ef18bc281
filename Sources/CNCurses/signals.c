#define _GNU_SOURCE 1
#include "CNCurses.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static int ends[2] = { -1, -1 };

static void report(int number) {
    int kept = errno;
    unsigned char byte = (unsigned char)number;
    // A full pipe already holds more signals than anybody will tell apart.
    ssize_t ignored = write(ends[1], &byte, 1);
    (void)ignored;
    errno = kept;
}

static void catch_signal(int number) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = report;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, NULL);
}

int cn_open_signal_pipe(void) {
    if (ends[0] >= 0) return ends[0];
    if (pipe2(ends, O_NONBLOCK | O_CLOEXEC) != 0) return -1;
    static const int caught[] = { SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGWINCH, SIGCONT, SIGTSTP };
    for (size_t index = 0; index < sizeof caught / sizeof caught[0]; index++) catch_signal(caught[index]);
    signal(SIGPIPE, SIG_IGN);
    return ends[0];
}

int cn_next_signal(int descriptor) {
    unsigned char byte = 0;
    ssize_t count;
    do count = read(descriptor, &byte, 1); while (count < 0 && errno == EINTR);
    return count == 1 ? byte : 0;
}

void cn_stop_self(void) {
    struct sigaction standard, ours;
    memset(&standard, 0, sizeof standard);
    standard.sa_handler = SIG_DFL;
    sigemptyset(&standard.sa_mask);
    sigaction(SIGTSTP, &standard, &ours);
    raise(SIGTSTP);
    // Here the process runs again.
    sigaction(SIGTSTP, &ours, NULL);
}
