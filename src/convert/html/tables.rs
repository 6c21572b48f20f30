//! Tables of a page: rows and cells, those that span several too.

use super::{
    super::blocks::{Block, Inline, Style},
    tree::{Element, NodeId},
    walk::Walk,
};

type Row = Vec<Vec<Inline>>;

/// The rows so far, and for how many more rows each column is taken by a cell above.
#[derive(Default)]
struct Grid {
    rows: Vec<Row>,
    taken: Vec<usize>,
}

impl Walk<'_> {
    pub(super) fn table(&mut self, id: NodeId) {
        self.end_line();
        let item = self.item.take();
        let mut grid = Grid::default();
        self.rows(id, &mut grid);
        self.item = item;
        if grid.rows.iter().flatten().any(|cell| !cell.is_empty()) {
            self.blocks.push(Block::Table(grid.rows));
        }
    }

    fn rows(&mut self, id: NodeId, grid: &mut Grid) {
        let tree = self.tree;
        for &child in tree.element(id).map_or(&[][..], |element| &element.children) {
            let Some(element) = tree.element(child) else { continue };
            match element.name.as_str() {
                "tr" => {
                    // The first row of a Markdown table is its header, whether there is one or not.
                    if grid.rows.is_empty() && !self.is_header(element) {
                        grid.rows.push(Vec::new());
                    }
                    self.row(element, grid);
                }
                "thead" | "tbody" | "tfoot" => self.rows(child, grid),
                "caption" => self.paragraph(child, Style { bold: true, ..Style::default() }),
                _ => {}
            }
        }
    }

    fn is_header(&self, row: &Element) -> bool {
        let cells = row.children.iter().filter_map(|&child| self.tree.element(child));
        let (heads, others): (Vec<_>, Vec<_>) = cells.partition(|cell| cell.name == "th");
        heads.len() >= others.len()
    }

    /// A cell that spans columns or rows is followed by empty ones.
    fn row(&mut self, row: &Element, grid: &mut Grid) {
        let mut cells = Vec::new();
        for &child in &row.children {
            let found = self.tree.element(child);
            let Some(cell) = found.filter(|cell| matches!(cell.name.as_str(), "td" | "th")) else {
                continue;
            };
            grid.skip_taken(&mut cells);
            let from = cells.len();
            cells.push(self.flat(child));
            cells.extend(std::iter::repeat_with(Vec::new).take(cell.columns - 1));
            grid.take(from..cells.len(), cell.rows - 1);
        }
        grid.skip_taken(&mut cells);
        grid.rows.push(cells);
    }
}

impl Grid {
    fn skip_taken(&mut self, cells: &mut Row) {
        while let Some(left) = self.taken.get_mut(cells.len()).filter(|left| **left > 0) {
            *left -= 1;
            cells.push(Vec::new());
        }
    }

    fn take(&mut self, columns: std::ops::Range<usize>, rows: usize) {
        self.taken.resize(self.taken.len().max(columns.end), 0);
        self.taken[columns].fill(rows);
    }
}
