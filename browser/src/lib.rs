//! A real browser for tests: opens pages as people do, and says what they would see.
//!
//! Chromium is driven over `WebDriver`. Each step waits until it is done; a test is a plain function.
//!
//! ```no_run
//! # fn main() -> anyhow::Result<()> {
//! let browser = dutybound_browser::Browser::start()?;
//! browser.open(std::path::Path::new("report.html"))?;
//! browser.type_into("#q", "must")?;
//! assert!(browser.errors()?.is_empty());
//! # Ok(())
//! # }
//! ```

mod browser;
mod driver;
mod faults;
mod folder;

pub use browser::{Browser, Look};
pub use folder::{Folder, root};
