// A list and a text in bare ncurses, to measure against: the least that a program with a screen can cost.
//
//   bare-list marker|bar|text ROWS
//
// The list moves by j and k, space is a page; the cursor is a marker in the first column, or a bar over the row. The text
// has ROWS lines and grows where one types. Everything that was pressed is taken in before the screen is painted.
#define NCURSES_WIDECHAR 1
#define _GNU_SOURCE 1

#include <curses.h>
#include <locale.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { WIDTH = 160 };

static char (*lines)[WIDTH];
static int count, selected, top;
static bool is_bar;

static void make_lines(void) {
    lines = calloc((size_t)count, sizeof *lines);
    if (lines == NULL) exit(1);
    for (int row = 0; row < count; row++) {
        snprintf(lines[row], WIDTH, "  STAT  %02d:%02d  CT   CT head without contrast    HEAD      PATIENT%06d^Ana      67F  "
                 "A%08d  %d  North General   unread", row / 60 % 24, row % 60, row, 10000000 + row, row % 6);
    }
}

static void draw_row(int row) {
    bool is_selected = row == selected;
    if (is_bar && is_selected) attron(A_REVERSE);
    mvaddnstr(row - top + 1, 0, lines[row], COLS - 1);
    if (is_bar && is_selected) {
        hline(' ', COLS - getcurx(stdscr));
        attroff(A_REVERSE);
    }
    if (!is_bar && is_selected) mvaddch(row - top + 1, 0, '>');
}

static void draw_list(int previous_top, int previous) {
    if (top == previous_top && previous >= 0) {
        move(previous - top + 1, 0);
        clrtoeol();
        draw_row(previous);
        draw_row(selected);
    } else {
        for (int line = 0; line < LINES - 2; line++) {
            move(line + 1, 0);
            clrtoeol();
            if (top + line < count) draw_row(top + line);
        }
    }
    move(selected - top + 1, 0);
}

static void step(int by) {
    int height = LINES - 2;
    selected += by;
    if (selected < 0) selected = 0;
    if (selected >= count) selected = count - 1;
    if (selected < top) top = selected;
    if (selected >= top + height) top = selected - height + 1;
}

static void wait_for_keys(void) {
    struct pollfd input = { .fd = STDIN_FILENO, .events = POLLIN };
    poll(&input, 1, -1);
}

static void run_list(void) {
    mvaddstr(0, 0, "a bare list");
    draw_list(-1, -1);
    while (true) {
        refresh();
        wait_for_keys();
        int previous_top = top, previous = selected, key;
        while ((key = getch()) != ERR) {
            if (key == 'j') step(1);
            if (key == 'k') step(-1);
            if (key == ' ') step(LINES - 2);
            if (key == 'q') return;
        }
        if (previous != selected) draw_list(previous_top, previous);
    }
}

static void run_text(void) {
    for (int line = 0; line < LINES - 1 && line < count; line++) mvaddnstr(line, 0, lines[line], 100);
    move(LINES - 1, 0);
    while (true) {
        refresh();
        wait_for_keys();
        int key;
        while ((key = getch()) != ERR) {
            if (key == 4) return;
            if (getcurx(stdscr) >= COLS - 2) move(LINES - 1, 0);
            addch((chtype)key);
        }
    }
}

int main(int argc, char **argv) {
    if (argc != 3) return 2;
    setlocale(LC_ALL, "");
    count = atoi(argv[2]);
    if (count < 1) return 2;
    is_bar = strcmp(argv[1], "bar") == 0;
    make_lines();
    if (newterm(NULL, stdout, stdin) == NULL) return 1;
    raw();
    noecho();
    nonl();
    set_escdelay(25);
    nodelay(stdscr, TRUE);
    keypad(stdscr, TRUE);
    if (strcmp(argv[1], "text") == 0) run_text(); else run_list();
    endwin();
    return 0;
}
