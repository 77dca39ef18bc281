#ifndef CHTML_H
#define CHTML_H

#include <stdbool.h>
#include <stddef.h>

// A tolerant HTML parser behind plain C: libxml2's own headers include ICU's, which clash with Foundation's.

typedef struct ch_document ch_document;
typedef struct ch_node ch_node;

enum { CH_ELEMENT = 1, CH_TEXT = 2, CH_COMMENT = 3, CH_OTHER = 4 };

/// Parses bytes as HTML. Nothing is loaded, run or printed. `encoding` may be NULL: what the document declares.
/// NULL when memory is short or nothing at all can be read.
ch_document *ch_parse(const char *bytes, size_t length, const char *encoding);
void ch_free(ch_document *document);

const ch_node *ch_root(const ch_document *document);
const ch_node *ch_first_child(const ch_node *node);
const ch_node *ch_next_sibling(const ch_node *node);

int ch_kind(const ch_node *node);
long ch_line(const ch_node *node);
/// An element's name, UTF-8.
const char *ch_name(const ch_node *node);
/// The content of text, CDATA or a comment, UTF-8; NULL for others.
const char *ch_text(const ch_node *node);

/// Calls back for each attribute, with its name and its value, in the order of the document.
void ch_each_attribute(
    const ch_node *node, void *context, void (*visit)(void *context, const char *name, const char *value));

#endif
