//! dutybound as a page: whatever kind of file is dropped, it says what the command line says, and nothing leaves the page.

mod looks;
mod refused;
mod the_same;
mod used;

use std::{fs, path::PathBuf};

use anyhow::{Context, Result, ensure};
use dutybound_browser::{Browser, Folder, root};
use serde_json::json;

const PLANS: &str = "\
# Plans

1.1 A local authority must publish its plan (section 1 of the Plans Act 2000).

1.2 A local authority must review its plan (section 7 of the Plans Act 2000).
";

/// The page, where it was built.
fn page() -> Result<PathBuf> {
    let page = std::env::var_os("DUTYBOUND_PAGE")
        .map_or_else(|| root().join("page/dutybound.html"), PathBuf::from);
    fs::canonicalize(&page)
        .with_context(|| format!("{}: build the page first: bash .ci/page", page.display()))
}

/// The page in a browser, and a folder for drafts.
fn opened() -> Result<(Browser, Folder)> {
    let (browser, folder) = (Browser::start()?, Folder::new()?);
    browser.open(&page()?)?;
    Ok((browser, folder))
}

fn drop_files(browser: &Browser, folder: &Folder, names: &[&str]) -> Result<()> {
    let paths: Vec<String> = names.iter().map(|it| folder.file(it).display().to_string()).collect();
    browser.type_into("#pick", &paths.join("\n"))
}

/// Waits until the page has said something of what it was given.
fn wait(browser: &Browser) -> Result<()> {
    browser.wait_until(
        "document.querySelector('#wait').hidden && \
         (document.querySelector('#status').textContent || document.querySelector('#alert').textContent)",
    )
}

fn read(browser: &Browser, folder: &Folder, names: &[&str]) -> Result<()> {
    browser.click_if_seen("#clear")?;
    drop_files(browser, folder, names)?;
    wait(browser)?;
    let said = browser.text("#alert")?;
    ensure!(said.is_empty(), "{names:?}: {said}");
    Ok(())
}

/// A report as the page has it: the very bytes that a download gives.
fn report(browser: &Browser, which: &str, format: &str) -> Result<String> {
    let said = browser.ask_later(&format!(
        "desk.ask('report', {{ which: {}, format: {} }}).then((bytes) => done(new TextDecoder().decode(bytes)), (error) => done(String(error)))",
        json!(which),
        json!(format)
    ))?;
    said.as_str().map(str::to_owned).context("no report")
}

/// Nothing was complained of, and nothing fetched.
fn is_quiet(browser: &Browser) -> Result<()> {
    let (errors, requests) = (browser.errors()?, browser.requests()?);
    ensure!(errors.is_empty(), "the console says: {errors:#?}");
    ensure!(requests.is_empty(), "the page asks for {requests:#?}");
    Ok(())
}

/// The page and the command line give the same bytes: as a page to read, and as JSON.
fn is_as_on_the_command_line(
    browser: &Browser,
    folder: &Folder,
    which: &str,
    args: &[&str],
) -> Result<()> {
    for format in ["json", "html"] {
        let told = folder.run(&[args, &["--format", format]].concat())?;
        let shown = report(browser, which, format)?;
        ensure!(
            told == shown,
            "{args:?} as {format}: the page says something else than the command line"
        );
    }
    Ok(())
}
