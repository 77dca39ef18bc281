#ifndef PROGRAMS_H
#define PROGRAMS_H

#include <sys/types.h>

/// Begins a program that inherits no descriptor and no blocked signal.
///
/// `directory` may be NULL: where this process works. `output` is a file for its output, `errors` one for its errors;
/// NULL stands for the same file. Returns 0, or an error of `errno`'s.
int programs_spawn(pid_t *process, const char *path, char *const arguments[], char *const environment[],
                   const char *directory, const char *output, const char *errors);

/// Opens a terminal of this size and returns its other end, or -1 with `errno`.
int programs_open_terminal(int columns, int rows);

/// Begins a program that has the terminal behind `terminal` for input, output and errors, and as its own.
/// Returns 0, or an error of `errno`'s.
int programs_spawn_in_terminal(pid_t *process, int terminal, const char *path, char *const arguments[],
                               char *const environment[]);

#endif
