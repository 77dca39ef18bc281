import Radiology
import Wording
import Workstation

/// What came of handing a study over to the reader's viewer, or is left for the terminal to do.
enum ViewerHandover {
    case told(Message)
    case link(String)
    case copy(String)

    /// Starts the viewer where a command does it. What a command says later, it says to the mailbox.
    init(of study: Study, by settings: ViewerSettings, _ mailbox: Mailbox) {
        do throws(ViewerTarget.Problem) {
            switch settings.way {
            case nil: self = .told(.system(.failed("No viewer is configured: see [viewer] in config.toml.")))
            case .command(let command):
                let failure = ViewerProgram.start(try ViewerTarget.arguments(command, study)) { why in
                    mailbox.post(.system(.failed(why)))
                }
                self = .told(.system(failure.map { .failed($0) } ?? .noticed("The viewer opens.")))
            case .link(let template): self = .link(try ViewerTarget.url(template, study))
            case .copy(let template): self = .copy(try ViewerTarget.text(template, study))
            }
        } catch {
            self = .told(.system(.failed(error.what)))
        }
    }
}
