//! Legislation in XML, or as text, and a draft that is held against it.
#![no_main]

use std::sync::Arc;

use dutybound::{
    law::{Instrument, Law},
    report::coverage,
};
use dutybound_fuzz::{VOCABULARY, invariants};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let read = if text.trim_start().starts_with('<') {
        Instrument::from_clml("law.xml", text, &VOCABULARY)
    } else {
        Instrument::from_text("law.md", text, &VOCABULARY)
    };
    let instrument = match read {
        Ok(instrument) => instrument,
        Err(refused) => return assert!(!refused.to_string().is_empty()),
    };
    let title = &instrument.title;
    let draft = format!(
        "1.1 The board must act under section 1 of the {title}, and may act under section 2(1)(a) of that Act.\n\n\
         1.2 “A person must act” (section 3 of the {title}). Regulation 4 and Schedule 1 to the {title} should be read.\n"
    );
    let law = Arc::new(Law { instruments: vec![instrument] });
    let Some(draft) = invariants::read(draft.as_bytes()) else { return };
    let draft = draft.with_law(&law);
    coverage::rows(std::slice::from_ref(&draft));
    invariants::hold_findings(&invariants::found(draft));
});
