//! Light, dark and narrow, for everybody, and soon there.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};
use dutybound_browser::{Browser, Folder, Look, root};

use crate::{PLANS, drop_files, is_quiet, opened, page, read, wait};

#[test]
fn nobody_is_shut_out() -> Result<()> {
    let browser = Browser::start()?;
    let looks = [
        ("light", Look::default()),
        ("dark", Look { dark: true, ..Look::default() }),
        ("narrow", Look { width: 360, height: 740, ..Look::default() }),
    ];
    for (how, look) in looks {
        browser.look(look)?;
        browser.open(&page()?)?;
        no_faults(&browser, &format!("page-empty-{how}"))?;
        browser.click("#try-one")?;
        wait(&browser)?;
        no_faults(&browser, &format!("page-findings-{how}"))?;
        browser.click("#tab-register")?;
        browser.wait_until("document.querySelector('#panel-register iframe')")?;
        no_faults(&browser, &format!("page-register-{how}"))?;
        browser.click("#clear")?;
        browser.wait_until("document.querySelector('#try-two').checkVisibility()")?;
        browser.click("#try-two")?;
        wait(&browser)?;
        no_faults(&browser, &format!("page-changes-{how}"))?;
        browser.ask("scrollTo(0, 0)")?;
        browser.screenshot(&format!("page-top-{how}"))?;
        browser.click("#explain summary")?;
        browser.wait_until("document.querySelector('#rule').options.length > 30")?;
        browser.choose("#rule", "broken-reference")?;
        browser.wait_until("document.querySelector('#page h2')")?;
        no_faults(&browser, &format!("page-explain-{how}"))?;
    }
    Ok(())
}

fn no_faults(browser: &Browser, name: &str) -> Result<()> {
    let faults = browser.serious_faults()?;
    ensure!(faults.is_empty(), "{name}: {faults:#?}");
    let over = browser.ask("return document.documentElement.scrollWidth - innerWidth")?;
    ensure!(over.as_i64().is_some_and(|over| over <= 0), "{name}: {over} pixels too wide");
    browser.screenshot(name)
}

#[test]
fn a_draft_of_a_megabyte_is_soon_read() -> Result<()> {
    let (browser, folder) = opened()?;
    let one = fs::read_to_string(root().join("corpus/highway-like-code.md"))?;
    folder.write("long.md", &one.repeat(1 + 1_000_000 / one.len()))?;
    folder.write("short.md", PLANS)?;
    // The program is there before anybody has chosen a file.
    read(&browser, &folder, &["short.md"])?;
    let seconds = time(&browser, &folder.file("long.md"), &folder)?;
    println!("1 MB: first result after {seconds:.2} s");
    ensure!(seconds < 5.0, "{seconds} s");
    is_quiet(&browser)
}

/// Seconds from the choice of a file until the page says what is in it.
fn time(browser: &Browser, draft: &Path, folder: &Folder) -> Result<f64> {
    browser.click_if_seen("#clear")?;
    browser.wait_until("!document.querySelector('#status').textContent")?;
    browser.ask(
        "window.began = 0; window.took = 0; \
         document.querySelector('#pick').addEventListener('change', () => { began = performance.now(); }, { capture: true, once: true }); \
         new MutationObserver((_, it) => { \
           if (began && document.querySelector('#status').textContent) { it.disconnect(); took = performance.now() - began; } \
         }).observe(document.querySelector('#status'), { childList: true });",
    )?;
    let name = draft.file_name().and_then(|it| it.to_str()).context("a name")?;
    drop_files(browser, folder, &[name])?;
    browser.wait_until("window.took > 0")?;
    Ok(browser.ask("return window.took")?.as_f64().context("no time")? / 1000.0)
}
