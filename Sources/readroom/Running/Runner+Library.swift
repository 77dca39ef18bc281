import Foundation
import LocalStore
import Radiology
import ReportTemplates
import Wording
import Workstation

extension Runner {
    /// Reads templates and macros, the reader's and the site's.
    func loadLibrary() {
        let files = TemplateFiles(paths, site: configuration.templates.folders)
        var library = TemplateLibrary.shipped.adding(files.templates)
        library.rules = configuration.templates.rules
        var uses: [String: Int] = [:]
        do throws(StoreFailure) { uses = try store.macroUses() } catch {
            mailbox.post(.system(.failed("How often macros were used cannot be read. \(error.wording)")))
        }
        mailbox.post(
            .library(
                .loaded(
                    LibraryContents(
                        templates: library, macros: MacroLibrary(files.macros), own: files.own, uses: uses,
                        problems: files.problems.map(\.wording),
                        allowsOutsideEditor: configuration.templates.allowsOutsideEditor,
                        unsaved: TemplateFiles.unsaved(paths)))))
    }

    func saveLibraryFile(_ file: LibraryFile) {
        do {
            try TemplateFiles.write(file, paths)
            mailbox.post(.library(.saved(file)))
        } catch {
            mailbox.post(.library(.saveFailed(error.wording)))
        }
    }

    func keep(_ unsaved: UnsavedLibraryFile?) {
        do {
            try TemplateFiles.keep(unsaved, paths)
            mailbox.post(.library(.kept(unsaved)))
        } catch {
            mailbox.post(.library(.saveFailed(error.wording)))
        }
    }

    func putAway(_ file: LibraryFile) {
        do {
            let name = try TemplateFiles.putAway(file, paths)
            mailbox.post(.system(.noticed("Put away: it is called \(name) now, and not used any more.")))
            loadLibrary()
        } catch {
            mailbox.post(.library(.saveFailed(error.wording)))
        }
    }

    func recordCommunication(_ uid: StudyInstanceUID, _ finding: ActionableFinding) {
        do {
            let detail = "\(finding.category.rawValue) \(finding.communication?.means ?? "")"
            let isRecorded = try store.recordCommunication(finding, of: uid, audit: event(.communicated, uid, detail))
            if !isRecorded { mailbox.post(.system(.failed("Not recorded: nobody waits to be told of this any more."))) }
            mailbox.post(.system(.storeChanged))
        } catch {
            mailbox.post(.system(.failed(Runner.sentence(error))))
        }
    }
}
