//! Reports as one page that needs nothing but itself: no network, no fonts of its own, and no script to be read.

mod chart;
mod controls;
mod drafts;
mod figures;
mod frame;
mod modality;
mod pieces;
mod sheet;
mod statement;
mod text;

pub use frame::POLICY;

pub(super) use {
    controls::{Controls, contents, controls},
    drafts::{file_name, name, not_read, prefix, title, write_draft, write_figures, write_name},
    figures::before_and_after,
    frame::{Frame, page, write},
    modality::tag,
    text::{Remark, Text},
};
