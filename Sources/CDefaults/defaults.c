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
static const unsigned char theme_high_contrast[] = {
#embed "../../Themes/high-contrast.toml"
};
static const unsigned char theme_colour_blind[] = {
#embed "../../Themes/colour-blind.toml"
};
static const unsigned char theme_sixteen[] = {
#embed "../../Themes/sixteen.toml"
};
static const unsigned char keymap_vim[] = {
#embed "../../Keymaps/vim.toml"
};
static const unsigned char keymap_emacs[] = {
#embed "../../Keymaps/emacs.toml"
};
static const unsigned char keymap_powerscribe[] = {
#embed "../../Keymaps/powerscribe.toml"
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
    {"Themes/high-contrast.toml", theme_high_contrast, sizeof theme_high_contrast},
    {"Themes/colour-blind.toml", theme_colour_blind, sizeof theme_colour_blind},
    {"Themes/sixteen.toml", theme_sixteen, sizeof theme_sixteen},
    {"Keymaps/vim.toml", keymap_vim, sizeof keymap_vim},
    {"Keymaps/emacs.toml", keymap_emacs, sizeof keymap_emacs},
    {"Keymaps/powerscribe.toml", keymap_powerscribe, sizeof keymap_powerscribe},
};

int cd_count(void) { return sizeof files / sizeof files[0]; }
const char *cd_name(int index) { return files[index].name; }
const unsigned char *cd_bytes(int index) { return files[index].bytes; }
size_t cd_length(int index) { return files[index].length; }
