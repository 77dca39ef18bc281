#ifndef CNCURSES_H
#define CNCURSES_H

// The wide API exists only under these, and macros cannot be imported into Swift.
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#define _XOPEN_SOURCE_EXTENDED 1

#include <curses.h>
#include <stdbool.h>
#include <stdint.h>

// Emphasis bits, the same numbers as Terminal's Style.Emphasis.
enum { CN_BOLD = 1, CN_UNDERLINE = 2, CN_REVERSE = 4, CN_DIM = 8, CN_ITALIC = 16 };

/// What opening the screen answered.
enum { CN_OPENED = 0, CN_NOT_A_TERMINAL = 1, CN_NO_SCREEN = 2 };

/// Whether terminfo knows a terminal, and whether it can address the cursor: 0 unknown, 1 too simple, 2 usable.
int cn_terminfo(const char *name);
/// The emphasis bits a terminal shows, alone or beside colours; to be asked before `cn_open`.
unsigned cn_shown_emphasis(const char *name, bool colored);

/// Opens the screen on descriptors 0 and 1 in raw mode. Keys that curses does not know are defined here.
int cn_open(const char *name);
/// Leaves the screen and restores the terminal's settings. Harmless when it is not open.
void cn_close(void);
/// Leaves the screen for a while, and comes back to it with everything repainted.
void cn_leave(void);
void cn_return(void);

/// The terminal's size from the kernel; false when it does not know.
bool cn_size(int *columns, int *rows);
void cn_resize(int columns, int rows);

int cn_colors(void);
int cn_color_pairs(void);
/// Begins colours, with the terminal's own as the default; false where there are none.
bool cn_start_color(void);
void cn_define_pair(int pair, int foreground, int background);

/// Puts one cell: a spacing code point with its combining ones.
void cn_put(int row, int column, const uint32_t *text, int count, unsigned emphasis, int pair);
void cn_cursor(bool visible, int row, int column);
void cn_repaint_all(void);
/// Shows what was put; `synchronized` tells the terminal to show it in one go (mode 2026).
void cn_flush(bool synchronized);
/// Whether terminfo says that the terminal knows mode 2026.
bool cn_has_synchronized_output(void);

/// Writes bytes past curses, between two frames. They may neither move the cursor nor leave colours behind.
void cn_send(const char *bytes, int length);
/// Every cell of the row is written with the next frame: something else was written there past curses.
void cn_repaint_row(int row);

/// Takes the character set of the locale; `cn_open` does it too.
void cn_choose_character_set(void);
/// A code point in the locale's character set, at most 16 bytes: how many there are, 0 where the set does not have it.
int cn_encode(uint32_t scalar, char *bytes);
/// The code points of bytes in the locale's character set; U+FFFD for a byte that is none.
/// Returns how many there are, never more than there are bytes.
int cn_decode(const char *bytes, int length, uint32_t *scalars);
/// Keeps the terminal's settings, to be restored when the process dies of a fault. For programs without a screen.
void cn_keep_settings(void);
void cn_restore_settings(void);

/// Whether the locale's character set has a code point.
bool cn_encodes(uint32_t scalar);

/// libc's idea of a code point's width, which is what curses reckons with: −1 for what it would not print.
int cn_width(uint32_t scalar);

/// The next key without waiting: 0 nothing, 1 a code point, 2 a key code.
int cn_next_key(uint32_t *value);
/// Whether descriptor 0 is at its end: the connection is gone.
bool cn_input_ended(void);

/// Key codes of our own; curses' own lie below.
enum {
    CN_KEY_PASTE_BEGIN = 3000,
    CN_KEY_PASTE_END = 3001,
    // 3100 + 10 * modifier (0 shift, 1 alt, 2 ctrl) + motion (up down left right home end page-up page-down)
    CN_KEY_MOTION = 3100,
};

/// The numbers of curses' keys, which Swift cannot import as macros.
int cn_key_f0(void);

// Signals

/// Sends HUP, TERM, INT, QUIT, WINCH, CONT and TSTP as bytes into a pipe, and ignores PIPE.
/// Returns the pipe's reading end, or −1 with errno.
int cn_open_signal_pipe(void);
/// The next signal in the pipe, 0 when there is none.
int cn_next_signal(int descriptor);
/// Puts the default action of TSTP in place, stops the process, and afterwards restores our handler.
void cn_stop_self(void);

#endif
