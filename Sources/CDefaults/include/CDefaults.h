#ifndef READROOM_CDEFAULTS_H
#define READROOM_CDEFAULTS_H

#include <stddef.h>

// The files of Themes/ and Keymaps/, built into the program.
int cd_count(void);
const char *cd_name(int index);
const unsigned char *cd_bytes(int index);
size_t cd_length(int index);

#endif
