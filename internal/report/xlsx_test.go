package report

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

func TestWorkbook(t *testing.T) {
	out := render(t, "xlsx", newResult(contrary(), clean("clean.txt")), Options{})
	book, err := excelize.OpenReader(strings.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	if sheets := book.GetSheetList(); !cmp.Equal(sheets, []string{"Issues", "Summary"}) {
		t.Errorf("sheets %q", sheets)
	}
	rows, err := book.GetRows("Issues")
	if err != nil || len(rows) != 1+4 {
		t.Fatal(err, rows)
	}
	if got := strings.Join(rows[0][:7], " ") + "|" + strings.Join(rows[2][:11], "|"); got != "path line column part severity certainty check|contrary.txt|1|9||major|proven|term/deprecated|决策部署|decisions and plans|concept works|idea worked" {
		t.Errorf("row: %s", got)
	}
	runs, err := book.GetCellRichText("Issues", "L3")
	if err != nil {
		t.Fatal(err)
	}
	var sentence string
	for _, r := range runs {
		switch {
		case r.Font != nil && r.Font.Strike:
			sentence += "[-" + r.Text + "-]"
		case r.Font != nil && r.Font.Color == markFonts[inserted].Color:
			sentence += "{+" + r.Text + "+}"
		default:
			sentence += r.Text
		}
	}
	if sentence != "The new [-concept works-]{+idea worked+}." {
		t.Errorf("sentence: %s", sentence)
	}
	tables, err := book.GetTables("Issues")
	if err != nil || len(tables) != 1 || tables[0].Range != "A1:O5" {
		t.Errorf("tables to filter: %v, %v", tables, err)
	}
	panes, err := book.GetPanes("Issues")
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("panes: %+v, %v", panes, err)
	}
	layout, err := book.GetPageLayout("Issues")
	if err != nil || *layout.Orientation != "landscape" || *layout.FitToWidth != 1 || *layout.FitToHeight != 0 {
		t.Errorf("on paper: %+v, %v", layout, err)
	}
	if props, err := book.GetSheetProps("Issues"); err != nil || !*props.FitToPage {
		t.Errorf("a page wide: %+v, %v", props, err)
	}
	names := map[string]string{}
	for _, name := range book.GetDefinedName() {
		names[name.Name] = name.RefersTo
	}
	if !cmp.Equal(names, map[string]string{"_xlnm.Print_Area": "Issues!$A:$N", "_xlnm.Print_Titles": "Issues!$1:$1"}) {
		t.Errorf("printed: %v", names)
	}
	if what, err := book.GetCellValue("Summary", "B1"); err != nil || what != "4 issues (1 major, 3 minor) in 1 of 2 files, 15 words." {
		t.Errorf("summary: %q, %v", what, err)
	}
}

func TestWorkbookAtItsLimits(t *testing.T) {
	long := strings.Repeat("𝄞 ", 20_000)
	r := newResult(newFile("a.txt", long, fault{variant, long, nil, long, []string{long + "x"}, true}))
	book, err := excelize.OpenReader(strings.NewReader(render(t, "xlsx", r, Options{})))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	for _, cell := range []string{"J2", "K2", "L2", "M2"} {
		if text, err := book.GetCellValue("Issues", cell); err != nil || !strings.HasSuffix(text, "…") {
			t.Errorf("%s: %d bytes, %v", cell, len(text), err)
		}
	}
	for _, r := range [][2]string{{"no issue", render(t, "xlsx", newResult(clean("a")), Options{})}, {"no file", render(t, "xlsx", newResult(), Options{})}} {
		if _, err := excelize.OpenReader(strings.NewReader(r[1])); err != nil {
			t.Errorf("%s: %v", r[0], err)
		}
	}
}
