#include "CHTML.h"

#include <limits.h>
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

static const xmlNode *node_of(const ch_node *node) { return (const xmlNode *)node; }

ch_document *ch_parse(const char *bytes, size_t length, const char *encoding) {
    if (length > INT_MAX) return NULL;
    int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
    return (ch_document *)htmlReadMemory(bytes, (int)length, NULL, encoding, options);
}

void ch_free(ch_document *document) { xmlFreeDoc((xmlDoc *)document); }

const ch_node *ch_root(const ch_document *document) {
    return document == NULL ? NULL : (const ch_node *)((const xmlDoc *)document)->children;
}

const ch_node *ch_first_child(const ch_node *node) {
    // An entity's children belong to the document type, not to this place.
    if (node_of(node)->type != XML_ELEMENT_NODE) return NULL;
    return (const ch_node *)node_of(node)->children;
}

const ch_node *ch_next_sibling(const ch_node *node) { return (const ch_node *)node_of(node)->next; }

int ch_kind(const ch_node *node) {
    switch (node_of(node)->type) {
    case XML_ELEMENT_NODE: return CH_ELEMENT;
    case XML_TEXT_NODE:
    case XML_CDATA_SECTION_NODE: return CH_TEXT;
    case XML_COMMENT_NODE: return CH_COMMENT;
    default: return CH_OTHER;
    }
}

long ch_line(const ch_node *node) { return xmlGetLineNo(node_of(node)); }

const char *ch_name(const ch_node *node) { return (const char *)node_of(node)->name; }

const char *ch_text(const ch_node *node) {
    int kind = ch_kind(node);
    return kind == CH_TEXT || kind == CH_COMMENT ? (const char *)node_of(node)->content : NULL;
}

void ch_each_attribute(
    const ch_node *node, void *context, void (*visit)(void *context, const char *name, const char *value)) {
    if (ch_kind(node) != CH_ELEMENT) return;
    for (xmlAttr *attribute = node_of(node)->properties; attribute != NULL; attribute = attribute->next) {
        xmlChar *value = xmlNodeListGetString(node_of(node)->doc, attribute->children, 1);
        visit(context, (const char *)attribute->name, value == NULL ? "" : (const char *)value);
        xmlFree(value);
    }
}
