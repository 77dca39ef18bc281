import ArgumentParser
import CentralServer
import Foundation
import Radiology
import Wording

struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Make a configuration, or check the one that is there.",
        subcommands: [Initialise.self, Check.self])

    struct Initialise: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "init", abstract: "Write a commented configuration to edit. Never writes over one.")

        @OptionGroup var place: PlaceOptions

        func run() throws {
            try Exit.report {
                let path = place.configurationFile
                guard !FileManager.default.fileExists(atPath: path) else {
                    throw Refusal("\(path) is there already; edit it, or move it away first.")
                }
                try Paths.makePrivateFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path)
                guard
                    FileManager.default.createFile(
                        atPath: path, contents: Data(Configuration.example.utf8), attributes: [.posixPermissions: 0o600]
                    )
                else { throw Refusal("\(path) cannot be written.") }
                Output.say("\(path) is written. Edit it, then run: readroom config check")
                return 0
            }
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Read configuration, theme and keymap, and say what is wrong, with the line.")

        @OptionGroup var place: PlaceOptions

        func run() throws {
            try Exit.report {
                let configuration = try place.configuration()
                _ = try Appearance.theme(configuration.theme, place.paths)
                _ = try Appearance.keymap(configuration.keymap, place.paths)
                if let problem = KeptLists(place.paths).problems.first { throw problem }
                Output.say("reader   \(configuration.reader.name.listed), \(configuration.reader.organization)")
                for server in configuration.servers {
                    let roles: [Wording?] = [
                        server.showsWorklist ? "worklist" : nil, server.takesReports ? "reports" : nil,
                    ]
                    let settings = server.settings
                    let login = Wording(recognised: settings.credentials.description)
                    Output.say(
                        "server   \(settings.name): \(settings.baseURL), \(login), "
                            + roles.compactMap(\.self).joined(separator: " and ")
                            + (settings.baseURL.hasPrefix("http:") ? "  (not encrypted on the way)" : ""))
                }
                Output.say("The configuration is fine. 'readroom doctor' asks the servers.")
                return 0
            }
        }
    }
}

extension Configuration {
    static let example = """
        # readroom: who reads, and which servers. Check with: readroom config check

        [reader]
        name = "Roe^Rita"                     # family^given, as it stands in signed reports
        organization = "North General"
        # code = "4711"                       # your code within the organization, if there is one
        # code_scheme = "99NGH"

        [[server]]
        name = "PACS North"                   # what the outbox calls it
        url = "https://pacs.example.org/dicom-web"
        roles = ["worklist", "reports"]       # where studies come from, and where reports go
        user = "rita"                         # leave out user and password_file for no login
        password_file = "~/.config/readroom/pacs.password"    # chmod 600; or token_file for a bearer token
        # ca_file = "/etc/ssl/site-ca.pem"    # the site's certificate authority, if it has its own
        # issuer = "NGH"                      # who issued patient ids that come without an issuer
        # days = 3                            # how far back a server without a worklist is searched
        # timeout = 30                        # seconds

        [worklist]
        poll = 30                             # seconds between looks at the worklist
        # columns = ["priority", "wait", "left", "modality", "study", "patient", "age", "status"]
        # sort = "urgency"                    # or a column; "-patient" is the other way round

        # [[list]]                            # L shows these beside the sites and subspecialties
        # name = "Neuro, fresh"
        # filter = "spec:neuro age:<4h"
        # tab = "unclaimed"                   # of all, stat, mine, unclaimed, drafts, unsent, signed, tell, unsigned
        # sort = "wait"

        # [[site]]                            # within how many minutes a site wants its reports
        # name = "North General"
        # stat = 15
        # urgent = 45
        # routine = 240

        # [templates]
        # folders = ["/srv/readroom"]         # the site's: each may hold templates/ and macros/
        # outside_editor = false              # whether E may start $EDITOR

        # [[template_rule]]                   # which template an examination gets, before any guessing
        # template = "CT head, stroke"
        # modality = "CT"
        # words = ["stroke"]                  # in the description; also: body = "head", procedure = "36643-5 LN"

        # [security]
        # key_file = "~/.config/readroom/store.key"    # lets sync run from cron; see: readroom vault add-key-file
        # lock_after = 10                     # idle minutes until the screen locks, up to 15; 0: never
        # sign_with = "pin"                   # or "passphrase": what whoever signs has to type; see: readroom vault set-pin
        # sign_grace = 10                     # minutes for which one proof is good; 0: every signature
        # seal = true                         # false only where the disks themselves are encrypted

        # [viewer]                            # v hands the study over; {study_uid}, {accession}, {patient_id}
        # command = ["weasis-launcher", "--study", "{study_uid}"]     # a program on this host; or one of:
        # link = "https://viewer.example.org/?study={study_uid}"      # a link to click; needs [terminal] links
        # copy = "{accession}"                # to the terminal's clipboard; needs [terminal] clipboard

        [screen]
        theme = "dark"                        # dark, light, high-contrast, colour-blind, sixteen, mono, or your own
                                              # in ~/.config/readroom/themes; C-x e looks at the next one
        keymap = "default"                    # default, vim, emacs, powerscribe; keymap.toml changes single keys
        # language = "de"                     # "en" or "de"; without it the locale (LC_ALL, LC_MESSAGES, LANG) decides

        # [terminal]                          # what your terminal may be asked for, each only by a key of yours
        # clipboard = false                   # true: copy to its clipboard (OSC 52; in tmux: set-clipboard on)
        # links = false                       # true: show links it can open (OSC 8)

        """
}
