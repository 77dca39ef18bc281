/// One line of the table that feeds the keys, the help, the keymap files and the manual.
public struct KeyTableEntry: Hashable, Sendable {
    public let context: KeyContext
    public let command: Command
    /// What it does, for the help.
    public let title: String
    /// Default key sequences, in keymap notation. F-keys have a second one: terminals and multiplexers eat some.
    public let keys: [String]
    /// One word for the hint line, for the few that belong there.
    public let hint: String?
}

public enum KeyTable {
    public static let entries: [KeyTableEntry] =
        everywhere + worklist + filter + study + metadata + report + signing + outbox + comparison + reading
        + dialog + columns + library + editing

    static func entries(in context: KeyContext) -> [KeyTableEntry] { entries.filter { $0.context == context } }

    /// Commands of everywhere that a screen does not have itself: a keymap file can give them keys there.
    static func borrowed(by context: KeyContext) -> [KeyTableEntry] {
        let own = Set(entries(in: context).map(\.command))
        return entries(in: .everywhere).filter { context != .everywhere && !own.contains($0.command) }.map {
            KeyTableEntry(context: context, command: $0.command, title: $0.title, keys: [], hint: nil)
        }
    }

    /// Whether a keymap file can bind a command in a screen.
    static func canAct(_ command: Command, in context: KeyContext) -> Bool {
        (entries(in: context) + borrowed(by: context)).contains { $0.command == command }
    }

    private static func entry(
        _ context: KeyContext, _ command: Command, _ keys: String..., does title: String, hint: String? = nil
    ) -> KeyTableEntry {
        KeyTableEntry(context: context, command: command, title: title, keys: keys, hint: hint)
    }

    private static let everywhere = [
        entry(.everywhere, .help, "F1", "C-x ?", does: "help for this screen"),
        entry(.everywhere, .suspend, "C-x z", does: "suspend readroom; fg comes back"),
        entry(.everywhere, .redraw, "C-l", does: "draw the screen anew"),
        entry(.everywhere, .palette, "M-x", "C-x :", does: "every command by name, calculators too"),
        entry(.everywhere, .lock, "C-x g", does: "lock the screen; the passphrase unlocks it"),
        entry(.everywhere, .nextTheme, "C-x e", does: "look at the next theme"),
        entry(.everywhere, .toggleOffline, "F10", "C-x o", does: "pull the network plug, or put it back"),
        entry(.everywhere, .sync, "F4", "C-x r", does: "sync with the server now"),
        entry(.everywhere, .stopFetching, "C-g", "C-x C-g", does: "stop what is being fetched"),
        entry(.everywhere, .tour, "C-x .", does: "the tour: begin it, or go on"),
        entry(.everywhere, .endTour, "C-x ,", does: "end the tour"),
        entry(.everywhere, .readSTAT, "C-x 1", does: "put this aside and read the most urgent STAT"),
        entry(.everywhere, .comeBack, "C-x b", does: "back to what was put aside for a STAT"),
    ]

    private static let worklist = [
        entry(.worklist, .openStudy, "Enter", does: "open the study", hint: "open"),
        entry(.worklist, .openReport, "r", does: "report the study", hint: "report"),
        entry(.worklist, .claim, "c", does: "claim the study, or release it", hint: "claim"),
        entry(.worklist, .filter, "/", does: "filter the list as you type", hint: "filter"),
        entry(.worklist, .readNext, "F8", "n", does: "report the next unread study", hint: "read next"),
        entry(.worklist, .help, "?", does: "help for this screen", hint: "help"),
        entry(.worklist, .palette, ":", does: "every command by name"),
        entry(.worklist, .down, "Down", "j", does: "next study"),
        entry(.worklist, .up, "Up", "k", does: "previous study"),
        entry(.worklist, .pageDown, "PageDown", "Space", does: "next page"),
        entry(.worklist, .pageUp, "PageUp", "b", does: "previous page"),
        entry(.worklist, .first, "Home", "g", does: "first study"),
        entry(.worklist, .last, "End", "G", does: "last study"),
        entry(.worklist, .clearFilter, "Esc", does: "clear the filter"),
        entry(.worklist, .listAll, "1", does: "list: all"),
        entry(.worklist, .listSTAT, "2", does: "list: STAT"),
        entry(.worklist, .listMine, "3", does: "list: mine"),
        entry(.worklist, .listUnclaimed, "4", does: "list: unclaimed"),
        entry(.worklist, .listDrafts, "5", does: "list: drafts"),
        entry(.worklist, .listUnsent, "6", does: "list: unsent"),
        entry(.worklist, .listSigned, "7", does: "list: signed here"),
        entry(.worklist, .listToTell, "8", does: "list: somebody has still to be told"),
        entry(.worklist, .listUnsigned, "9", does: "list: begun here and not final"),
        entry(.worklist, .chooseList, "L", does: "every list: your own, sites, subspecialties; keep a filter as one"),
        entry(.worklist, .skip, "x", "C-x j", does: "skip: report the next unread study, this one last"),
        entry(.worklist, .readSTAT, "!", does: "read the most urgent STAT"),
        entry(.worklist, .comeBack, "B", does: "back to what was put aside for a STAT"),
        entry(.worklist, .follow, "f", does: "whether the cursor stays on its study or on its line"),
        entry(.worklist, .sortNext, ">", does: "sort by the next column"),
        entry(.worklist, .sortPrevious, "<", does: "sort by the previous column"),
        entry(.worklist, .sortReversed, "=", does: "turn the order round"),
        entry(.worklist, .columns, "|", does: "choose columns, move them, sort by one"),
        entry(.worklist, .viewer, "v", does: "open the images in your viewer"),
        entry(.worklist, .openOutbox, "o", does: "open the outbox"),
        entry(.worklist, .openLibrary, "t", does: "templates and macros"),
        entry(.worklist, .actionable, "a", does: "record who was told of an actionable finding"),
        entry(.worklist, .sync, "s", does: "sync with the server now"),
        entry(.worklist, .suspend, "C-z", does: "suspend readroom; fg comes back"),
        entry(.worklist, .quit, "q", "C-x q", does: "quit"),
    ]

    private static let filter = [
        entry(.filter, .confirm, "Enter", does: "keep the filter"),
        entry(.filter, .completeFilter, "Tab", does: "complete the word: a key as mod:, or a value of one"),
        entry(.filter, .close, "Esc", does: "clear the filter"),
        entry(.filter, .down, "Down", does: "next study"),
        entry(.filter, .up, "Up", does: "previous study"),
        entry(.filter, .pageDown, "PageDown", does: "next page"),
        entry(.filter, .pageUp, "PageUp", does: "previous page"),
    ]

    private static let study = [
        entry(.study, .openReport, "r", "Enter", does: "report the study", hint: "report"),
        entry(.study, .nextPrior, "p", "Down", "j", does: "next prior", hint: "prior"),
        entry(.study, .previousPrior, "P", "Up", "k", does: "previous prior"),
        entry(.study, .metadata, "m", does: "all metadata, or back", hint: "metadata"),
        entry(.study, .viewer, "v", does: "open the images in your viewer", hint: "viewer"),
        entry(.study, .changes, "d", does: "what changed since the report before, or back", hint: "changes"),
        entry(.study, .compareWith, "=", does: "compare the report with this prior, or not"),
        entry(.study, .search, "/", does: "search the metadata"),
        entry(.study, .claim, "c", does: "claim the study, or release it"),
        entry(.study, .help, "?", does: "help for this screen", hint: "help"),
        entry(.study, .palette, ":", does: "every command by name"),
        entry(.study, .pageDown, "PageDown", "Space", does: "scroll down"),
        entry(.study, .pageUp, "PageUp", "b", does: "scroll up"),
        entry(.study, .openOutbox, "o", does: "open the outbox"),
        entry(.study, .suspend, "C-z", does: "suspend readroom; fg comes back"),
        entry(.study, .readNext, does: "report the next unread study"),
        entry(.study, .skip, does: "skip: report the next unread study, this one last"),
        entry(.study, .openLibrary, does: "templates and macros"),
        entry(.study, .quit, does: "quit"),
        entry(.study, .close, "Esc", "q", does: "back to the worklist"),
    ]

    private static let metadata = [
        entry(.metadata, .search, "/", does: "search tags, keywords and values", hint: "search"),
        entry(.metadata, .copyValue, "y", does: "copy the value, to put it into a report", hint: "copy"),
        entry(.metadata, .fold, "Enter", "Space", does: "open or close the sequence", hint: "open or close"),
        entry(.metadata, .openReport, "r", does: "report the study", hint: "report"),
        entry(.metadata, .help, "?", does: "help for this screen", hint: "help"),
        entry(.metadata, .close, "Esc", "q", "m", does: "back to the study", hint: "back"),
        entry(.metadata, .palette, ":", does: "every command by name"),
        entry(.metadata, .viewer, "v", does: "open the images in your viewer"),
        entry(.metadata, .down, "Down", "j", does: "next attribute"),
        entry(.metadata, .up, "Up", "k", does: "previous attribute"),
        entry(.metadata, .pageDown, "PageDown", does: "next page"),
        entry(.metadata, .pageUp, "PageUp", "b", does: "previous page"),
        entry(.metadata, .first, "Home", "g", does: "first attribute"),
        entry(.metadata, .last, "End", "G", does: "last attribute"),
        entry(.metadata, .suspend, "C-z", does: "suspend readroom; fg comes back"),
        entry(.metadata, .claim, does: "claim the study, or release it"),
        entry(.metadata, .readNext, does: "report the next unread study"),
        entry(.metadata, .openOutbox, does: "open the outbox"),
        entry(.metadata, .openLibrary, does: "templates and macros"),
        entry(.metadata, .quit, does: "quit"),
    ]

    private static let report = [
        entry(
            .report, .nextField, "Tab",
            does: "next field; takes a suggestion, expands .macro, goes to the next [bracket]",
            hint: "next"),
        entry(.report, .previousField, "S-Tab", does: "previous field"),
        entry(.report, .sign, "F12", "C-x s", does: "sign", hint: "sign"),
        entry(.report, .putAside, "F9", "C-x d", does: "save the draft and put it aside", hint: "aside"),
        entry(.report, .preview, "F5", "C-x p", does: "preview the final text", hint: "preview"),
        entry(.report, .help, "F1", "C-x ?", does: "help for this screen", hint: "help"),
        entry(.report, .signAndNext, "F8", "C-x n", does: "sign and open the next unread study"),
        entry(.report, .skip, "C-x j", does: "skip: put it aside, report the next unread study, this one last"),
        entry(.report, .nextUnfilled, "C-n", "C-x u", does: "next field that wants to be filled"),
        entry(.report, .togglePrior, "F6", "C-x v", does: "show or hide the prior report"),
        entry(.report, .priorDown, "PageDown", does: "scroll the prior report down"),
        entry(.report, .priorUp, "PageUp", does: "scroll the prior report up"),
        entry(.report, .chooseTemplate, "F7", "C-x t", does: "other templates that fit; what you typed is kept"),
        entry(.report, .nextObstacle, "F2", "C-x i", does: "next place something is the matter with"),
        entry(.report, .confirmSection, "F3", "C-x f", does: "the section is normal: keep its defaults, go on"),
        entry(.report, .calculate, "F11", "C-x =", does: "calculate a score; its sentence goes into the report"),
        entry(.report, .actionable, "C-x a", does: "a finding somebody must be told of, and who was"),
        entry(.report, .copyPrior, "C-x c", does: "copy this section from the earlier report"),
        entry(.report, .compareWith, "C-x m", does: "which earlier studies the report compares with"),
        entry(.report, .pasteValue, "C-x y", does: "put in the value that was copied from the metadata"),
        entry(.report, .viewer, "C-x h", does: "open the images in your viewer"),
        entry(.report, .find, "C-s", "C-x /", does: "find words in the report"),
        entry(
            .report, .takeWord, "C-Right", "M-f",
            does: "take one word of the suggestion; at its end cursor right does too"),
        entry(.report, .takeFirst, "M-1", does: "take the suggestion; next field does too"),
        entry(.report, .takeSecond, "M-2", does: "take the second suggestion"),
        entry(.report, .takeThird, "M-3", does: "take the third suggestion"),
        entry(.report, .takeFourth, "M-4", does: "take the fourth suggestion"),
        entry(.report, .takeFifth, "M-5", does: "take the fifth suggestion"),
        entry(.report, .deleteLine, "C-k", does: "delete the line"),
        entry(.report, .moveLineUp, "M-Up", does: "move the line up"),
        entry(.report, .moveLineDown, "M-Down", does: "move the line down"),
        entry(.report, .saveAsTemplate, "C-x w", does: "save the report as a template of your own"),
        entry(.report, .openLibrary, "C-x l", does: "templates and macros"),
        entry(.report, .newLine, "Enter", does: "new line in free text, next field elsewhere"),
        entry(.report, .left, "Left", "C-b", does: "cursor left"),
        entry(.report, .right, "Right", "C-f", does: "cursor right"),
        entry(.report, .lineUp, "Up", does: "line up, or previous field"),
        entry(.report, .lineDown, "Down", does: "line down, or next field"),
        entry(.report, .lineStart, "Home", "C-a", does: "start of the line"),
        entry(.report, .lineEnd, "End", "C-e", does: "end of the line; keeps a default"),
        entry(.report, .eraseBack, "Backspace", "C-h", does: "erase before the cursor"),
        entry(.report, .eraseForward, "Delete", "C-d", does: "erase at the cursor"),
        entry(.report, .eraseWord, "C-w", does: "erase the word before the cursor"),
        entry(.report, .undo, "C-z", "C-x C-u", does: "undo, across saves"),
        entry(.report, .redo, "C-y", "C-x C-r", does: "redo"),
        entry(.report, .discard, "C-x k", does: "discard the draft, after a question"),
        entry(.report, .restoreDraft, "C-x C-k", does: "bring back the draft of this study that was discarded last"),
        entry(.report, .quit, does: "quit"),
        entry(.report, .close, "Esc", does: "back to the study; the draft is saved"),
    ]

    private static let signing = [
        entry(.signing, .confirm, "Enter", "F12", does: "sign", hint: "sign"),
        entry(.signing, .toggleKind, "p", does: "final or preliminary", hint: "final/preliminary"),
        entry(.signing, .acknowledge, "k", "Space", does: "acknowledge the selected alert", hint: "known"),
        entry(.signing, .jump, "j", does: "go to the selected place in the report", hint: "jump"),
        entry(.signing, .close, "Esc", does: "back to the report, unsigned", hint: "back"),
        entry(.signing, .down, "Down", "Tab", does: "next obstacle"),
        entry(.signing, .up, "Up", "S-Tab", does: "previous obstacle"),
    ]

    private static let comparison = [
        entry(.comparison, .settle, "s", does: "settle it as it stands", hint: "settle"),
        entry(.comparison, .fileAnew, "n", does: "file mine anew, under identifiers of its own", hint: "file anew"),
        entry(.comparison, .retry, "t", does: "ask the server again", hint: "retry"),
        entry(.comparison, .openReport, "r", "a", does: "write an addendum to mine", hint: "addendum"),
        entry(.comparison, .export, "e", does: "write mine to a file, to deliver it another way", hint: "export"),
        entry(.comparison, .help, "?", does: "help for this screen"),
        entry(.comparison, .palette, ":", does: "every command by name"),
        entry(.comparison, .down, "Down", "j", does: "scroll down"),
        entry(.comparison, .up, "Up", "k", does: "scroll up"),
        entry(.comparison, .pageDown, "PageDown", "Space", does: "a screen down"),
        entry(.comparison, .pageUp, "PageUp", "b", does: "a screen up"),
        entry(.comparison, .suspend, "C-z", does: "suspend readroom; fg comes back"),
        entry(.comparison, .quit, does: "quit"),
        entry(.comparison, .close, "Esc", "q", does: "decide later", hint: "later"),
    ]

    private static let outbox = [
        entry(.outbox, .retry, "t", does: "ask the server and send again if it is not there", hint: "retry"),
        entry(.outbox, .compare, "c", does: "compare with what the server holds, and decide", hint: "compare"),
        entry(.outbox, .export, "e", does: "write the report to a file, to deliver it another way"),
        entry(.outbox, .openStudy, "Enter", does: "open the study", hint: "open"),
        entry(.outbox, .sync, "s", does: "sync with the server now", hint: "sync"),
        entry(.outbox, .help, "?", does: "help for this screen", hint: "help"),
        entry(.outbox, .palette, ":", does: "every command by name"),
        entry(.outbox, .down, "Down", "j", does: "next entry"),
        entry(.outbox, .up, "Up", "k", does: "previous entry"),
        entry(.outbox, .suspend, "C-z", does: "suspend readroom; fg comes back"),
        entry(.outbox, .readNext, does: "report the next unread study"),
        entry(.outbox, .openLibrary, does: "templates and macros"),
        entry(.outbox, .quit, does: "quit"),
        entry(.outbox, .close, "Esc", "q", does: "back", hint: "back"),
    ]

    private static let reading = [
        entry(.reading, .down, "Down", "j", does: "line down"),
        entry(.reading, .up, "Up", "k", does: "line up"),
        entry(.reading, .pageDown, "PageDown", "Space", does: "page down"),
        entry(.reading, .pageUp, "PageUp", "b", does: "page up"),
        entry(.reading, .close, "Esc", "q", "F5", "?", does: "close"),
    ]

    private static let dialog = [
        entry(.dialog, .confirm, "Enter", does: "take what is selected", hint: "take"),
        entry(.dialog, .close, "Esc", does: "back, nothing changed", hint: "back"),
        entry(.dialog, .down, "Down", "Tab", does: "next line"),
        entry(.dialog, .up, "Up", "S-Tab", does: "previous line"),
    ]

    private static let columns = [
        entry(.columns, .sortBy, "Enter", does: "sort by this column; again: turned round, then by urgency"),
        entry(.columns, .showColumn, "Space", does: "show or hide the column"),
        entry(.columns, .columnLeft, "Left", "<", does: "to the left"),
        entry(.columns, .columnRight, "Right", ">", does: "to the right"),
        entry(.columns, .down, "Down", "j", does: "next column"),
        entry(.columns, .up, "Up", "k", does: "previous column"),
        entry(.columns, .close, "Esc", "q", "|", does: "back to the list"),
    ]

    private static let library = [
        entry(.library, .edit, "e", "Enter", does: "edit; of what is not yours, a copy", hint: "edit"),
        entry(.library, .newTemplate, "n", does: "new template", hint: "new template"),
        entry(.library, .newMacro, "m", does: "new macro", hint: "new macro"),
        entry(.library, .editOutside, "E", does: "edit in your own editor, where the site allows it"),
        entry(.library, .delete, "D", does: "put your file away (it is renamed, not erased)"),
        entry(.library, .help, "?", does: "help for this screen", hint: "help"),
        entry(.library, .palette, ":", does: "every command by name"),
        entry(.library, .down, "Down", "j", does: "next"),
        entry(.library, .up, "Up", "k", does: "previous"),
        entry(.library, .pageDown, "PageDown", "Space", does: "next page"),
        entry(.library, .pageUp, "PageUp", "b", does: "previous page"),
        entry(.library, .close, "Esc", "q", does: "back", hint: "back"),
    ]

    private static let editing = [
        entry(.editing, .save, "F12", "C-x s", does: "save; in use at once", hint: "save"),
        entry(.editing, .close, "Esc", does: "back; asks before changes are lost", hint: "back"),
        entry(.editing, .help, "F1", "C-x ?", does: "help for this screen", hint: "help"),
        entry(.editing, .left, "Left", "C-b", does: "cursor left"),
        entry(.editing, .right, "Right", "C-f", does: "cursor right"),
        entry(.editing, .lineUp, "Up", does: "line up"),
        entry(.editing, .lineDown, "Down", does: "line down"),
        entry(.editing, .lineStart, "Home", "C-a", does: "start of the line"),
        entry(.editing, .lineEnd, "End", "C-e", does: "end of the line"),
        entry(.editing, .pageDown, "PageDown", does: "page down"),
        entry(.editing, .pageUp, "PageUp", does: "page up"),
        entry(.editing, .eraseBack, "Backspace", "C-h", does: "erase before the cursor"),
        entry(.editing, .eraseForward, "Delete", "C-d", does: "erase at the cursor"),
    ]
}
