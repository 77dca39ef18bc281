#ifndef CN_RESTORE_H
#define CN_RESTORE_H

#include <stdbool.h>

/// Keeps the terminal's settings as they were before the screen opened.
void cn_remember_terminal(void);
/// Prepares what a dying process writes (`modern`: to a terminal that ignores private modes it does not know), and catches the signals that kill one.
void cn_prepare_restore(bool modern);
/// From here on a dying process leaves the terminal alone.
void cn_forget_restore(void);

#endif
