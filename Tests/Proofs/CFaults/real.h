#ifndef READROOM_REAL_H
#define READROOM_REAL_H
#include <dlfcn.h>

/// The C library's own function, found once.
#define REAL(name) \
    ({ \
        static typeof(&name) real; \
        if (!real) real = (typeof(&name))dlsym(RTLD_NEXT, #name); \
        real; \
    })

#endif
