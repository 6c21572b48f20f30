//! Tables of a Word file. One column is a box around text, no table.

use roxmltree::Node;

use super::{
    super::{
        blocks::{Block, Inline, as_cell},
        xml,
    },
    body::Reader,
};

/// A cell with more text than this, in bytes, lays out a page; its text is read as paragraphs.
const LONG: usize = 1500;

impl Reader<'_> {
    pub(super) fn table(&mut self, node: Node<'_, '_>) {
        let rows: Vec<Vec<Node<'_, '_>>> =
            rows(node).filter(|row| self.view.shows_row(*row)).map(cells).collect();
        let wide = rows.iter().map(Vec::len).max().unwrap_or(0);
        let long = rows.iter().flatten().any(|cell| text_length(*cell) > LONG);
        if wide < 2 || long || rows.len() < 2 {
            return rows.iter().flatten().for_each(|cell| self.children(*cell));
        }
        let rows = rows.iter().map(|row| self.row(row)).collect();
        self.blocks.push(Block::Table(rows));
    }

    fn row(&mut self, row: &[Node<'_, '_>]) -> Vec<Vec<Inline>> {
        let mut out = Vec::new();
        for cell in row {
            let properties = xml::child(*cell, "tcPr");
            let span = properties
                .and_then(|properties| xml::value(properties, "gridSpan"))
                .and_then(|span| span.parse().ok())
                .unwrap_or(1);
            out.push(self.cell(*cell));
            out.extend(
                std::iter::repeat_with(Vec::new).take(usize::min(span, 60).saturating_sub(1)),
            );
        }
        out
    }

    /// A cell's paragraphs as one line, apart by breaks.
    fn cell(&mut self, cell: Node<'_, '_>) -> Vec<Inline> {
        let outer = std::mem::take(&mut self.blocks);
        self.children(cell);
        as_cell(std::mem::replace(&mut self.blocks, outer))
    }
}

fn rows<'a, 'i: 'a>(table: Node<'a, 'i>) -> impl Iterator<Item = Node<'a, 'i>> {
    table.descendants().filter(move |row| {
        xml::name(*row) == "tr"
            && row.ancestors().find(|above| xml::name(*above) == "tbl") == Some(table)
    })
}

fn cells<'a, 'i>(row: Node<'a, 'i>) -> Vec<Node<'a, 'i>> {
    let inside = row.descendants().filter(|cell| {
        xml::name(*cell) == "tc"
            && cell.ancestors().find(|above| xml::name(*above) == "tr") == Some(row)
    });
    inside.collect()
}

fn text_length(cell: Node<'_, '_>) -> usize {
    cell.descendants()
        .filter(|node| xml::name(*node) == "t")
        .filter_map(|node| node.text())
        .map(str::len)
        .sum()
}
