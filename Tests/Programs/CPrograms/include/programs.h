#ifndef PROGRAMS_H
#define PROGRAMS_H

#include <sys/types.h>

/// Begins a program that inherits no descriptor and no blocked signal.
///
/// `directory` may be NULL: where this process works. `output` is a file for its output, `errors` one for its errors;
/// NULL stands for the same file. Returns 0, or an error of `errno`'s.
int programs_spawn(pid_t *process, const char *path, char *const arguments[], char *const environment[],
                   const char *directory, const char *output, const char *errors);

#endif
