//! Tabs, filters, downloads, rules and settings.

use std::{fs, time::Instant};

use anyhow::{Context, Result, ensure};
use dutybound_browser::{Browser, Folder, root};
use serde_json::{Value, json};

use crate::{PLANS, is_as_on_the_command_line, is_quiet, opened, page, read, wait};

#[test]
fn reports_are_chosen_filtered_and_kept() -> Result<()> {
    let (browser, folder) = opened()?;
    browser.click("#try-one")?;
    wait(&browser)?;
    let draft = root().join("corpus/indicative-sen-code.md").display().to_string();
    let register = folder.json(&["register", "--format", "json", &draft])?;
    let all: Vec<&Value> =
        register["drafts"][0]["statements"].as_array().into_iter().flatten().collect();
    browser.click("#tab-register")?;
    browser.wait_until("document.querySelector('#panel-register iframe')")?;
    browser.enter("#panel-register iframe")?;
    browser.wait_until("document.querySelector('.choose:not([hidden])')")?;
    assert_eq!(browser.count_seen("[data-m]")?, all.len() as u64);
    browser.choose("#w", "clinical commissioning group")?;
    browser.wait_until("document.querySelector('.shown').textContent.includes(' of ')")?;
    let theirs = all.iter().filter(|it| {
        it["duty_holder"]["names"].to_string().contains("\"clinical commissioning group\"")
    });
    assert_eq!(browser.count_seen(".line")?, theirs.count() as u64);
    // A permanent link leads to its statement inside the frame.
    // In a narrow frame the filters are folded away until somebody opens them.
    browser.ask("for (const it of document.querySelectorAll('.aside details')) it.open = true")?;
    browser.click("button[type=reset]")?;
    // The text is shown again a moment after the filters are cleared.
    browser.wait_until("!document.querySelector('.line[hidden], .b[hidden]')")?;
    browser.click(".line:not([hidden]) a.perma")?;
    browser.wait_until("document.querySelector(':target')")?;
    let reaches =
        browser.ask("try { return Boolean(parent.document.title) } catch { return false }")?;
    assert_eq!(reaches, json!(false), "a report cannot reach the page around it");
    browser.leave()?;
    assert!(browser.text("h1")?.contains("dutybound"));
    browser.press("Tab")?;
    browser.ask("document.querySelector('#tab-register').focus()")?;
    browser.ask("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }))")?;
    browser.wait_until(
        "document.querySelector('#tab-findings').getAttribute('aria-selected') === 'true'",
    )?;
    downloads(&browser, &folder, &draft)?;
    is_quiet(&browser)
}

/// The downloads are what the command line writes.
fn downloads(browser: &Browser, folder: &Folder, draft: &str) -> Result<()> {
    let place = folder.file("downloads");
    fs::create_dir(&place)?;
    browser.command(
        "Browser.setDownloadBehavior",
        json!({ "behavior": "allow", "downloadPath": place }),
    )?;
    fs::copy(draft, folder.file("sample-code.md"))?;
    for (button, name, args) in [
        ("#save-csv", "sample-code-register.csv", ["register", "sample-code.md", "-o", "told.csv"]),
        (
            "#save-xlsx",
            "sample-code-register.xlsx",
            ["register", "sample-code.md", "-o", "told.xlsx"],
        ),
        ("#save-html", "sample-code-findings.html", ["check", "sample-code.md", "-o", "told.html"]),
    ] {
        folder.run(&args)?;
        let told = fs::read(folder.file(args[3]))?;
        browser.click(button)?;
        let began = Instant::now();
        // The browser takes the name with an empty file first, and fills it a moment later.
        while fs::read(place.join(name)).ok().as_ref() != Some(&told) {
            ensure!(began.elapsed().as_secs() < 30, "{name} was not saved as {} is", args[3]);
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
    }
    Ok(())
}

#[test]
fn rules_and_changes_are_explained() -> Result<()> {
    let (browser, folder) = opened()?;
    browser.click("#explain summary")?;
    browser.wait_until("document.querySelector('#rule').options.length > 30")?;
    for id in ["duty-without-holder", "duty-weakened"] {
        browser.choose("#rule", id)?;
        browser
            .wait_until(&format!("document.querySelector('#page h2')?.textContent === '{id}'"))?;
        let told = folder.run(&["explain", id])?;
        let first = told.lines().find(|it| it.starts_with("## ")).context("a heading")?;
        assert!(browser.text("#page")?.contains(first.trim_start_matches("## ")));
    }
    is_quiet(&browser)
}

#[test]
fn settings_are_kept_only_where_that_is_asked() -> Result<()> {
    let (browser, folder) = opened()?;
    folder.write("plans.md", PLANS)?;
    let stored = "try { return localStorage.length } catch { return 0 }";
    browser.click("#settings summary")?;
    browser.click("#strict")?;
    assert_eq!(browser.ask(stored)?, json!(0));
    read(&browser, &folder, &["plans.md"])?;
    is_as_on_the_command_line(&browser, &folder, "findings", &["check", "--strict", "plans.md"])?;
    browser.click("#remember")?;
    browser.open(&page()?)?;
    browser.click("#settings summary")?;
    assert_eq!(browser.ask("return document.querySelector('#strict').checked")?, json!(true));
    browser.click("#remember")?;
    assert_eq!(browser.ask(stored)?, json!(0));
    is_quiet(&browser)
}
