#ifndef READROOM_CSODIUM_H
#define READROOM_CSODIUM_H
#include <sodium.h>
#endif
