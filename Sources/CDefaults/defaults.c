#include "CDefaults.h"

// Each file becomes an array; clang rebuilds this file when one of them changes.
static const unsigned char theme_dark[] = {
#embed "../../Themes/dark.toml"
};
static const unsigned char theme_light[] = {
#embed "../../Themes/light.toml"
};
static const unsigned char theme_mono[] = {
#embed "../../Themes/mono.toml"
};
static const unsigned char keymap_default[] = {
#embed "../../Keymaps/default.toml"
};

static const struct {
    const char *name;
    const unsigned char *bytes;
    size_t length;
} files[] = {
    {"Themes/dark.toml", theme_dark, sizeof theme_dark},
    {"Themes/light.toml", theme_light, sizeof theme_light},
    {"Themes/mono.toml", theme_mono, sizeof theme_mono},
    {"Keymaps/default.toml", keymap_default, sizeof keymap_default},
};

int cd_count(void) { return sizeof files / sizeof files[0]; }
const char *cd_name(int index) { return files[index].name; }
const unsigned char *cd_bytes(int index) { return files[index].bytes; }
size_t cd_length(int index) { return files[index].length; }
