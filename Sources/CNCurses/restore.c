#define _GNU_SOURCE 1
#include "CNCurses.h"
#include "restore.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

// Everything a signal handler needs is made beforehand: in the handler only write, tcsetattr and sigaction are allowed.
static char sequence[512];
static volatile sig_atomic_t sequence_length;
static volatile sig_atomic_t armed;
static struct termios before;
static bool has_before;
static pid_t owner;

static const int fatal[] = { SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT };
enum { FATAL_COUNT = sizeof fatal / sizeof fatal[0] };
static struct sigaction previous[FATAL_COUNT];
static char *alternate_stack;

void cn_remember_terminal(void) {
    if (has_before) return;
    has_before = tcgetattr(STDIN_FILENO, &before) == 0;
}

// Appends a terminfo string without its padding, "$<5/>", which only tputs understands.
static size_t append(size_t length, const char *text) {
    if (text == NULL || text == (char *)-1) return length;
    for (; *text != '\0' && length < sizeof sequence; text++) {
        if (text[0] == '$' && text[1] == '<') {
            const char *end = strchr(text, '>');
            if (end == NULL) break;
            text = end;
            continue;
        }
        sequence[length++] = *text;
    }
    return length;
}

static void restore_terminal(void) {
    if (!armed || getpid() != owner) return;
    armed = 0;
    ssize_t ignored = write(STDOUT_FILENO, sequence, (size_t)sequence_length);
    (void)ignored;
    if (has_before) tcsetattr(STDIN_FILENO, TCSANOW, &before);
}

static void die(int number) {
    restore_terminal();
    for (int index = 0; index < FATAL_COUNT; index++) {
        if (fatal[index] == number) sigaction(number, &previous[index], NULL);
    }
    raise(number);
}

static void arm(void);

void cn_prepare_restore(bool modern) {
    size_t length = 0;
    // A frame may be half out: what it began ends here, and terminals that know neither ignore both.
    if (modern) length = append(length, "\033\\\033[?2026l");
    length = append(length, tigetstr("sgr0"));
    length = append(length, tigetstr("rmacs"));
    length = append(length, tigetstr("op"));
    length = append(length, tigetstr("rmkx"));
    length = append(length, tigetstr("cnorm"));
    if (modern) length = append(length, "\033[?2004l");
    const char *leave = tigetstr("rmcup");
    bool has_second_screen = leave != NULL && leave != (char *)-1 && *leave != '\0';
    length = append(length, has_second_screen ? leave : tigetstr("clear"));
    sequence_length = (sig_atomic_t)length;
    arm();
}

void cn_keep_settings(void) {
    cn_remember_terminal();
    sequence_length = 0;
    arm();
}

void cn_restore_settings(void) {
    armed = 0;
    if (has_before) tcsetattr(STDIN_FILENO, TCSANOW, &before);
}

static void arm(void) {
    owner = getpid();
    armed = 1;

    // An overflowing stack has no room for a handler.
    if (alternate_stack == NULL && (alternate_stack = malloc(65536)) != NULL) {
        stack_t stack = { .ss_sp = alternate_stack, .ss_size = 65536 };
        sigaltstack(&stack, NULL);
    }
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = die;
    action.sa_flags = SA_ONSTACK;
    sigemptyset(&action.sa_mask);
    static bool caught;
    if (caught) return;
    for (int index = 0; index < FATAL_COUNT; index++) sigaction(fatal[index], &action, &previous[index]);
    caught = true;
}

void cn_forget_restore(void) { armed = 0; }
