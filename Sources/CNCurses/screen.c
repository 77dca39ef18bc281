#define _GNU_SOURCE 1
#include "CNCurses.h"
#include "restore.h"

#include <errno.h>
#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

// term.h makes macros of everyday words.
#undef columns
#undef lines

static SCREEN *screen;
static WINDOW *keys;
// Curses writes through this, and asks the terminal's modes of its descriptor.
static FILE *stream;
// What curses writes of a frame, until the frame is whole.
static int memory = -1;
static bool understands_paste;
static bool knows_all_characters;

int cn_terminfo(const char *name) {
    int answer = 0;
    if (setupterm(name, STDOUT_FILENO, &answer) != OK) return answer == 1 ? 1 : 0;
    const char *address = tigetstr("cup");
    bool usable = address != NULL && address != (char *)-1;
    del_curterm(set_curterm(NULL));
    return usable ? 2 : 1;
}

// terminfo(5), no_color_video: its bits are those of the attributes, in the order of curses' own.
enum { NCV_UNDERLINE = 1 << 1, NCV_REVERSE = 1 << 2, NCV_DIM = 1 << 4, NCV_BOLD = 1 << 5, NCV_ITALIC = 1 << 15 };

unsigned cn_shown_emphasis(const char *name, bool colored) {
    static const struct { const char *mode; unsigned bit; int forbidden; } modes[] = {
        { "bold", CN_BOLD, NCV_BOLD }, { "smul", CN_UNDERLINE, NCV_UNDERLINE }, { "rev", CN_REVERSE, NCV_REVERSE },
        { "dim", CN_DIM, NCV_DIM }, { "sitm", CN_ITALIC, NCV_ITALIC },
    };
    int answer = 0;
    if (setupterm(name, STDOUT_FILENO, &answer) != OK) return 0;
    int forbidden = colored ? tigetnum("ncv") : 0;
    unsigned shown = 0;
    for (size_t index = 0; index < sizeof modes / sizeof modes[0]; index++) {
        const char *begin = tigetstr(modes[index].mode);
        bool is_there = begin != NULL && begin != (char *)-1;
        if (is_there && !(forbidden > 0 && (forbidden & modes[index].forbidden))) shown |= modes[index].bit;
    }
    del_curterm(set_curterm(NULL));
    return shown;
}

// A locale that names another character set than UTF-8 and is not installed here: the terminal still expects that set.
static bool names_another_set(void) {
    static const char *const variables[] = { "LC_ALL", "LC_CTYPE", "LANG" };
    for (size_t index = 0; index < sizeof variables / sizeof variables[0]; index++) {
        const char *name = getenv(variables[index]);
        if (name == NULL || *name == '\0') continue;
        const char *set = strchr(name, '.');
        return set != NULL && strncasecmp(set, ".utf", 4) != 0;
    }
    return false;
}

// Only the character set: LC_NUMERIC must not change how numbers are read.
void cn_choose_character_set(void) {
    const char *chosen = setlocale(LC_CTYPE, "");
    bool is_plain = strcmp(nl_langinfo(CODESET), "ANSI_X3.4-1968") == 0;
    // Nobody chose C: most terminals that come with it show UTF-8.
    if (is_plain && !(chosen == NULL && names_another_set())) setlocale(LC_CTYPE, "C.UTF-8");
    knows_all_characters = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

bool cn_encodes(uint32_t scalar) {
    if (knows_all_characters || scalar < 0x80) return true;
    char bytes[MB_LEN_MAX];
    mbstate_t state = { 0 };
    return wcrtomb(bytes, (wchar_t)scalar, &state) != (size_t)-1;
}

int cn_encode(uint32_t scalar, char *bytes) {
    mbstate_t state = { 0 };
    size_t length = wcrtomb(bytes, (wchar_t)scalar, &state);
    return length == (size_t)-1 ? 0 : (int)length;
}

int cn_decode(const char *bytes, int length, uint32_t *scalars) {
    mbstate_t state = { 0 };
    int count = 0;
    for (int at = 0; at < length;) {
        wchar_t wide = 0;
        size_t used = mbrtowc(&wide, bytes + at, (size_t)(length - at), &state);
        bool is_broken = used == (size_t)-1 || used == (size_t)-2;
        if (is_broken) memset(&state, 0, sizeof state);
        scalars[count++] = is_broken ? 0xFFFD : (uint32_t)wide;
        at += is_broken || used == 0 ? 1 : (int)used;
    }
    return count;
}

static void write_all(const char *bytes, size_t left) {
    while (left > 0) {
        ssize_t sent = write(STDOUT_FILENO, bytes, left);
        if (sent < 0 && errno != EINTR) return;
        if (sent > 0) { bytes += sent; left -= (size_t)sent; }
    }
}

static void send(const char *sequence) { write_all(sequence, strlen(sequence)); }

void cn_send(const char *bytes, int length) {
    if (screen != NULL && !isendwin() && length > 0) write_all(bytes, (size_t)length);
}

// Once more in every cell of the row with the next frame, whatever curses believes is there.
void cn_repaint_row(int row) {
    if (screen != NULL) wredrawln(stdscr, row, 1);
}

// The linux console and vt100 have no second screen to leave: what is shown there would stay for whoever comes next.
static void clear_what_stays(void) {
    const char *leave = tigetstr("rmcup");
    if (leave != NULL && leave != (char *)-1 && *leave != '\0') return;
    const char *erasing = tigetstr("clear");
    if (erasing != NULL && erasing != (char *)-1) send(erasing);
}

// Sequences of the other keypad mode: not every terminal and multiplexer follows smkx.
static void define_plain_keys(void) {
    static const struct { const char *sequence; int code; } plain[] = {
        { "\033[A", KEY_UP }, { "\033[B", KEY_DOWN }, { "\033[C", KEY_RIGHT }, { "\033[D", KEY_LEFT },
        { "\033OA", KEY_UP }, { "\033OB", KEY_DOWN }, { "\033OC", KEY_RIGHT }, { "\033OD", KEY_LEFT },
        { "\033[H", KEY_HOME }, { "\033[F", KEY_END }, { "\033OH", KEY_HOME }, { "\033OF", KEY_END },
        { "\033[1~", KEY_HOME }, { "\033[4~", KEY_END }, { "\033[7~", KEY_HOME }, { "\033[8~", KEY_END },
        { "\033[2~", KEY_IC }, { "\033[3~", KEY_DC }, { "\033[5~", KEY_PPAGE }, { "\033[6~", KEY_NPAGE },
        { "\033[Z", KEY_BTAB }, { "\033OM", KEY_ENTER },
    };
    for (size_t index = 0; index < sizeof plain / sizeof plain[0]; index++) {
        if (key_defined(plain[index].sequence) == 0) define_key(plain[index].sequence, plain[index].code);
    }
    static const char *const functions[] = {
        "OP", "OQ", "OR", "OS", "[15~", "[17~", "[18~", "[19~", "[20~", "[21~", "[23~", "[24~",
    };
    for (int number = 1; number <= 12; number++) {
        char sequence[16];
        snprintf(sequence, sizeof sequence, "\033%s", functions[number - 1]);
        if (key_defined(sequence) == 0) define_key(sequence, KEY_F(number));
        if (number > 4) continue;
        snprintf(sequence, sizeof sequence, "\033[1%d~", number);
        if (key_defined(sequence) == 0) define_key(sequence, KEY_F(number));
    }
}

static void define_keys(void) {
    define_plain_keys();
    define_key("\033[200~", CN_KEY_PASTE_BEGIN);
    define_key("\033[201~", CN_KEY_PASTE_END);
    // xterm's numbering: 2 shift, 3 alt, 5 control.
    static const char modifiers[] = { '2', '3', '5' };
    static const char letters[] = "ABDCHF";
    for (int modifier = 0; modifier < 3; modifier++) {
        char sequence[16];
        int code = CN_KEY_MOTION + 10 * modifier;
        for (int motion = 0; motion < 6; motion++) {
            snprintf(sequence, sizeof sequence, "\033[1;%c%c", modifiers[modifier], letters[motion]);
            define_key(sequence, code + motion);
        }
        for (int page = 0; page < 2; page++) {
            snprintf(sequence, sizeof sequence, "\033[%c;%c~", '5' + page, modifiers[modifier]);
            define_key(sequence, code + 6 + page);
        }
    }
}

static void close_stream(void) {
    fclose(stream);
    if (memory >= 0) close(memory);
    stream = NULL;
    memory = -1;
}

int cn_open(const char *name) {
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return CN_NOT_A_TERMINAL;
    cn_choose_character_set();
    cn_remember_terminal();
    int terminal = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    stream = terminal < 0 ? NULL : fdopen(terminal, "w");
    if (stream == NULL) return CN_NO_SCREEN;
    memory = memfd_create("frame", MFD_CLOEXEC);
    screen = newterm(name, stream, stdin);
    if (screen == NULL) { close_stream(); return CN_NO_SCREEN; }
    set_term(screen);
    raw();
    noecho();
    nonl();
    set_escdelay(25);
    scrollok(stdscr, FALSE);
    // Keys are read through a pad: reading through the screen would paint it as a side effect.
    keys = newpad(1, 1);
    if (keys == NULL) { cn_close(); return CN_NO_SCREEN; }
    keypad(keys, TRUE);
    nodelay(keys, TRUE);
    define_keys();
    understands_paste = strncmp(name, "vt", 2) != 0;
    cn_prepare_restore(understands_paste);
    if (understands_paste) send("\033[?2004h");
    return CN_OPENED;
}

void cn_leave(void) {
    if (screen == NULL) return;
    if (understands_paste) send("\033[?2004l");
    endwin();
    clear_what_stays();
}

void cn_return(void) {
    if (screen == NULL) return;
    // The first refresh after endwin brings back raw mode and the alternate screen.
    refresh();
    if (understands_paste) send("\033[?2004h");
    clearok(curscr, TRUE);
}

void cn_close(void) {
    if (screen == NULL) return;
    cn_forget_restore();
    if (!isendwin()) cn_leave();
    if (keys != NULL) delwin(keys);
    delscreen(screen);
    close_stream();
    keys = NULL;
    screen = NULL;
}

bool cn_size(int *columns, int *rows) {
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) {
        if (screen == NULL) return false;
        *columns = COLS;
        *rows = LINES;
        return true;
    }
    *columns = size.ws_col;
    *rows = size.ws_row;
    return true;
}

void cn_resize(int columns, int rows) {
    if (screen == NULL) return;
    resizeterm(rows, columns);
    clearok(curscr, TRUE);
}

int cn_colors(void) { return has_colors() ? COLORS : 0; }
int cn_color_pairs(void) { return has_colors() ? COLOR_PAIRS : 0; }

bool cn_start_color(void) {
    // COLORS and COLOR_PAIRS are 0 until start_color has run.
    if (!has_colors() || start_color() != OK) return false;
    use_default_colors();
    return true;
}

void cn_define_pair(int pair, int foreground, int background) {
    init_extended_pair(pair, foreground, background);
}

static attr_t attributes(unsigned emphasis) {
    attr_t result = A_NORMAL;
    if (emphasis & CN_BOLD) result |= A_BOLD;
    if (emphasis & CN_UNDERLINE) result |= A_UNDERLINE;
    if (emphasis & CN_REVERSE) result |= A_REVERSE;
    if (emphasis & CN_DIM) result |= A_DIM;
    if (emphasis & CN_ITALIC) result |= A_ITALIC;
    return result;
}

void cn_put(int row, int column, const uint32_t *text, int count, unsigned emphasis, int pair) {
    wchar_t wide[CCHARW_MAX + 1] = { 0 };
    for (int index = 0; index < count && index < CCHARW_MAX; index++) wide[index] = (wchar_t)text[index];
    cchar_t cell;
    // The opts argument carries pairs that do not fit a short; ours always do, but it is the honest way.
    if (setcchar(&cell, wide, attributes(emphasis), (short)pair, &pair) != OK) return;
    mvwadd_wchnstr(stdscr, row, column, &cell, 1);
}

static bool shows_cursor;

void cn_cursor(bool visible, int row, int column) {
    shows_cursor = visible;
    if (visible) wmove(stdscr, row, column);
}

static void show_cursor(void) {
    static int shown = -1;
    if (shown != (int)shows_cursor) curs_set(shows_cursor ? 1 : 0);
    shown = (int)shows_cursor;
}

void cn_repaint_all(void) { clearok(curscr, TRUE); }

// Curses writes at every motion of the cursor: a page would be three hundred pieces, each of which wakes whoever shows
// it. While a frame is made its descriptor is a file in memory; for everything else it is the terminal.
static bool begin_frame(void) {
    return memory >= 0 && !isendwin() && dup3(memory, fileno(stream), O_CLOEXEC) >= 0;
}

static void end_frame(bool synchronized) {
    static const char begin[] = "\033[?2026h", end[] = "\033[?2026l";
    // Nothing but a signal in between can keep the terminal from coming back.
    while (dup3(STDOUT_FILENO, fileno(stream), O_CLOEXEC) < 0 && (errno == EINTR || errno == EBUSY)) {}
    off_t length = lseek(memory, 0, SEEK_CUR);
    if (length <= 0) return;
    size_t before = synchronized ? sizeof begin - 1 : 0, after = synchronized ? sizeof end - 1 : 0;
    char *frame = malloc(before + (size_t)length + after);
    // Without memory the frame goes out in pieces.
    char piece[512];
    if (frame == NULL) synchronized = false;
    if (synchronized) memcpy(frame, begin, before);
    off_t at = 0;
    while (at < length) {
        char *bytes = frame == NULL ? piece : frame + before + at;
        ssize_t count = pread(memory, bytes, frame == NULL ? sizeof piece : (size_t)(length - at), at);
        if (count <= 0) break;
        at += count;
        if (frame == NULL) write_all(piece, (size_t)count);
    }
    if (synchronized) memcpy(frame + before + at, end, after);
    if (frame != NULL) write_all(frame, before + (size_t)at + after);
    free(frame);
    // The next frame is written over this one; its length is how far it was written.
    if (lseek(memory, 0, SEEK_SET) != 0) { close(memory); memory = -1; }
}

void cn_flush(bool synchronized) {
    wnoutrefresh(stdscr);
    bool is_framed = begin_frame();
    show_cursor();
    doupdate();
    if (is_framed) end_frame(synchronized);
}

bool cn_has_synchronized_output(void) {
    // An extended capability of tmux's making, which newer terminfo entries have.
    const char *sync = tigetstr("Sync");
    return sync != NULL && sync != (char *)-1;
}

int cn_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

int cn_next_key(uint32_t *value) {
    wint_t read = 0;
    int kind = keys == NULL ? ERR : wget_wch(keys, &read);
    *value = (uint32_t)read;
    return kind == OK ? 1 : kind == KEY_CODE_YES ? 2 : 0;
}

bool cn_input_ended(void) {
    struct pollfd input = { .fd = STDIN_FILENO, .events = POLLIN };
    if (poll(&input, 1, 0) <= 0) return false;
    if (input.revents & (POLLHUP | POLLERR | POLLNVAL)) return true;
    int waiting = 0;
    // Readable with nothing to read is the end of the file.
    return ioctl(STDIN_FILENO, FIONREAD, &waiting) != 0 || waiting == 0;
}

int cn_key_f0(void) { return KEY_F0; }
