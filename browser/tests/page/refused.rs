//! What cannot be read is said in a sentence, and the page lives on.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result, ensure};
use dutybound_browser::{Browser, Folder, root};

use crate::{PLANS, drop_files, is_as_on_the_command_line, is_quiet, opened, page, read, wait};

#[test]
fn what_cannot_be_read_is_said_in_a_sentence_and_the_page_lives_on() -> Result<()> {
    let (browser, folder) = opened()?;
    folder.write("good.md", PLANS)?;
    let mut hostile: Vec<PathBuf> = fs::read_dir(root().join("corpus/hostile"))?
        .map(|it| Ok(it?.path()))
        .collect::<Result<_>>()?;
    hostile.retain(|it| it.extension().is_some_and(|it| it == "md"));
    let made: [(&str, Vec<u8>); 6] = [
        ("broken.pdf", b"%PDF-1.7\n1 0 obj << /Type /Catalog".to_vec()),
        ("broken.docx", b"PK\x03\x04 and then nothing".to_vec()),
        ("picture.odt", b"\x89PNG\r\n\x1a\n".to_vec()),
        ("deep.html", format!("<!DOCTYPE html>{}must", "<div>".repeat(200_000)).into_bytes()),
        ("broken.xml", b"<Legislation><Primary>".to_vec()),
        ("quotes.md", ">".repeat(50_000).into_bytes()),
    ];
    for (name, bytes) in made {
        fs::write(folder.file(name), bytes)?;
        hostile.push(folder.file(name));
    }
    for path in &hostile {
        let name = path.file_name().and_then(|it| it.to_str()).context("a name")?;
        if path.parent() != folder.file("x").parent() {
            fs::copy(path, folder.file(name))?;
        }
        browser.click_if_seen("#clear")?;
        drop_files(&browser, &folder, &[name])?;
        wait(&browser)?;
        let (refused, status) = (browser.text("#alert")?, browser.text("#status")?);
        println!("{name}: {refused}{status}");
        ensure!(refused.is_empty() || refused.starts_with(name), "{name}: {refused}");
        read(&browser, &folder, &["good.md"])?;
        assert!(browser.text("#status")?.contains("2 statements"));
    }
    is_quiet(&browser)
}

#[test]
fn what_was_read_stays_where_a_second_file_cannot_be() -> Result<()> {
    let (browser, folder) = opened()?;
    folder.write("good.md", PLANS)?;
    folder.write("bad.pdf", "no PDF at all")?;
    read(&browser, &folder, &["good.md"])?;
    drop_files(&browser, &folder, &["bad.pdf"])?;
    browser.wait_until("document.querySelector('#alert').textContent")?;
    assert!(browser.text("#alert")?.starts_with("bad.pdf: not a readable PDF"));
    assert_eq!(browser.count("#chosen li")?, 1);
    is_as_on_the_command_line(&browser, &folder, "register", &["register", "good.md"])?;
    is_quiet(&browser)
}

#[test]
fn a_program_that_stops_is_begun_anew() -> Result<()> {
    let folder = Folder::new()?;
    folder.write("good.md", PLANS)?;
    folder.write("trap.md", "It traps.\n")?;
    // The page as it is, but that reading this one file ends as a fault in the program would.
    let whole = fs::read_to_string(page()?)?;
    let step = "next.read(text);";
    ensure!(whole.contains(step), "the worker has changed");
    let trap = "if (file.name === 'trap.md') new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,8,1,0,10,5,1,3,0,0,11])));";
    let path = folder.write("page.html", &whole.replace(step, &format!("{trap} {step}")))?;
    let browser = Browser::start()?;
    browser.open(&path)?;
    for _ in 0..4 {
        drop_files(&browser, &folder, &["trap.md"])?;
        browser.wait_until("document.querySelector('#alert').textContent")?;
        assert!(browser.text("#alert")?.contains("other files can be read as before"));
        read(&browser, &folder, &["good.md"])?;
        assert!(browser.text("#status")?.contains("2 statements"));
    }
    is_quiet(&browser)
}
