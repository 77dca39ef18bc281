#ifndef CTEMPLATES_H
#define CTEMPLATES_H

#include <stddef.h>

/// How many template files are built in.
size_t ct_count(void);
/// A file's name without its folder, and its bytes; NULL and 0 outside `0..<ct_count()`.
const char *ct_name(size_t index);
const unsigned char *ct_bytes(size_t index);
size_t ct_length(size_t index);

#endif
