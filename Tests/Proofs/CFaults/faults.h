#ifndef READROOM_FAULTS_H
#define READROOM_FAULTS_H
#include "CFaults.h"
#include <sys/types.h>

/// What is to become of one call.
enum turn_verdict { turn_proceeds, turn_fails, turn_is_halved };
struct turn {
    enum turn_verdict verdict;
    /// The process dies once the call was made.
    bool is_last;
    /// The call is on something watched.
    bool is_watched;
    char kind;
};

/// Cheap: nothing is armed or recorded.
bool is_idle(void);
bool watches_path(int folder, const char *path);
bool watches_file(int file);
/// Numbers the call and decides. Does not return where the process dies first.
struct turn begin(char kind, bool is_watched);
void finish(struct turn turn);

bool is_recording(void);
void record_file(char kind, int file, int64_t offset, const void *bytes, size_t count);
void record_name(char kind, int file, int folder, const char *path, int target_folder, const char *target);

#endif
