//! What every command shares: colour, and what is said on stderr.

use std::io;

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use clap::{Args, ValueEnum};

/// Options that every command takes.
#[derive(Args)]
pub(super) struct Look {
    /// When to colour what people read. `NO_COLOR` is honoured by `auto`
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    color: Color,

    /// Say nothing on stderr but errors
    #[arg(long, short, global = true)]
    quiet: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

impl Look {
    /// Whether a stream gets colour: as asked for, or because it is a terminal that can show it.
    pub(super) fn colors(&self, stream: &impl anstream::stream::RawStream) -> bool {
        match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => AutoStream::choice(stream) != ColorChoice::Never,
        }
    }

    /// The same, saying only errors.
    pub(super) fn quietly(&self) -> Self {
        Self { color: self.color, quiet: true }
    }

    pub(super) fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// Says what went wrong. Errors are said even with `--quiet`.
    pub(super) fn error(&self, message: &str) {
        self.say("error", AnsiColor::Red, message);
    }

    /// Says what the user will want to know, and did not ask.
    pub(super) fn note(&self, message: &str) {
        if !self.quiet {
            self.say("note", AnsiColor::Green, message);
        }
    }

    fn say(&self, word: &str, color: AnsiColor, message: &str) {
        let style =
            if self.colors(&io::stderr()) { color.on_default().bold() } else { Style::new() };
        super::to_stderr(&format!("{style}{word}:{style:#} {message}"));
    }
}
