//! Citations of laws and references to paragraphs, in a draft that gives them something to point at.
#![no_main]

use dutybound_fuzz::invariants;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|written: &str| {
    let draft = format!(
        "# Code\n\n“The 1995 Act” means the Shipping Act 1995. The Equality Act 2010 (“the Act”) applies.\n\n## 1 Scope\n\n\
         1.1 The board must do so under {written}.\n\n1.2 See {written} and [{written}](http://www.legislation.gov.uk/id/{written}).\n\n\
         1.3 Reasons should be given.[^1]\n\n[^1]: {written}\n\n## Annex A\n\nA1 As in paragraph 1.1, {written}\n"
    );
    if let Some(draft) = invariants::read(draft.as_bytes()) {
        invariants::hold_reading(&draft);
        invariants::hold_findings(&invariants::found(draft));
    }
});
