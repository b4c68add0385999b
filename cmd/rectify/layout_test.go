package main

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// root is where the module begins, seen from here.
const root = "../.."

// floors are the packages of the module from the lowest up: a package imports
// only what lies below its own floor.
var floors = [][]string{
	{"internal/changes", "internal/chinese", "internal/edit", "internal/english", "internal/git", "internal/growing", "internal/mqm", "internal/nearest", "internal/pinyin", "internal/quantity", "internal/spreadsheet", "internal/synthetic"},
	{"internal/document"},
	{"internal/markup"},
	{"internal/office", "internal/xliff"},
	{"internal/format", "internal/termbase"},
	{"glossary", "internal/align", "internal/audit", "internal/check", "internal/exchange"},
	{"internal/config", "internal/mining", "internal/wording"},
	{"internal/checks"},
	{"internal/review"},
	{"internal/baseline", "internal/evaluation", "internal/scorecard"},
	{"internal/report"},
	{"cmd/rectify"},
}

// reserved says which packages, or folders of packages, may import a package
// of others.
var reserved = []struct {
	prefix string
	to     []string
}{
	{"github.com/spf13/", []string{"cmd"}},
	{"github.com/olekukonko/tablewriter", []string{"internal/report"}},
	{"github.com/sergi/go-diff", []string{"internal/report"}},
	{"github.com/xuri/excelize", []string{"internal/exchange", "internal/report"}},
	{"os", []string{"cmd", "internal/config", "internal/format", "internal/git"}},
	{"go.yaml.in/yaml", []string{"internal/config"}},
	{"golang.org/x/net", []string{"internal/format"}},
}

// source is a Go file of the module that is no test.
type source struct {
	name, pkg string // slash paths below the root: of the file, of its folder
	lines     int
	fset      *token.FileSet
	ast       *ast.File
}

func (s source) at(n ast.Node) string {
	return s.name + ":" + strconv.Itoa(s.fset.Position(n.Pos()).Line)
}

// sources reads the module without its tests and without the modules nested
// in it.
func sources(t *testing.T) []source {
	t.Helper()
	var all []source
	err := fs.WalkDir(os.DirFS(root), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			_, nested := os.Stat(filepath.Join(root, name, "go.mod"))
			if name != "." && (nested == nil || entry.Name() == "testdata" || strings.HasPrefix(entry.Name(), ".")) {
				return fs.SkipDir
			}
			return nil
		}
		if path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		data, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			return err
		}
		s := source{name: name, pkg: path.Dir(name), lines: bytes.Count(data, []byte("\n")), fset: token.NewFileSet()}
		if s.ast, err = parser.ParseFile(s.fset, name, data, parser.ParseComments|parser.SkipObjectResolution); err != nil {
			return err
		}
		all = append(all, s)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) == 0 {
		t.Fatal("no Go files found")
	}
	return all
}

func imports(s source) map[string]ast.Node {
	paths := map[string]ast.Node{}
	for _, i := range s.ast.Imports {
		if p, err := strconv.Unquote(i.Path.Value); err == nil {
			paths[p] = i
		}
	}
	return paths
}

func TestImportsPointDown(t *testing.T) {
	floor := func(pkg string) int {
		return slices.IndexFunc(floors, func(names []string) bool { return slices.Contains(names, pkg) })
	}
	for _, s := range sources(t) {
		if floor(s.pkg) < 0 {
			t.Errorf("%s: package %s has no floor: add it to the floors in layout_test.go", s.name, s.pkg)
			continue
		}
		for p, node := range imports(s) {
			own, ok := strings.CutPrefix(p, "rectify/")
			if ok && floor(own) >= floor(s.pkg) {
				t.Errorf("%s: %s may not import %s, which does not lie below it", s.at(node), s.pkg, own)
			}
		}
	}
}

// ARCHITECTURE.md tells the floors, and has a row for each package.
func TestArchitectureTellsThePackages(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(root, "ARCHITECTURE.md"))
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, floor := range floors {
		var names []string
		for _, name := range floor {
			names = append(names, strings.TrimPrefix(name, "internal/"))
			if !strings.Contains(string(data), "\n| `"+name+"` | ") {
				t.Errorf("there is no row for %s", name)
			}
		}
		lines = append(lines, strings.Join(names, ", "))
	}
	want := "Imports point down: " + strings.Join(lines, " < ") + "."
	if !strings.Contains(strings.Join(strings.Fields(string(data)), " "), want) {
		t.Errorf("it doesn't say %s", want)
	}
}

func TestFloorsAreThere(t *testing.T) {
	all := sources(t)
	for _, pkg := range slices.Concat(floors...) {
		if !slices.ContainsFunc(all, func(s source) bool { return s.pkg == pkg }) {
			t.Errorf("there is no package %s: take it off the floors", pkg)
		}
	}
}

func TestReservedImports(t *testing.T) {
	for _, s := range sources(t) {
		for p, node := range imports(s) {
			for _, r := range reserved {
				if p != strings.TrimSuffix(r.prefix, "/") && !strings.HasPrefix(p, strings.TrimSuffix(r.prefix, "/")+"/") {
					continue
				}
				if !slices.ContainsFunc(r.to, func(to string) bool { return s.pkg == to || strings.HasPrefix(s.pkg, to+"/") }) {
					t.Errorf("%s: only %s may import %s", s.at(node), strings.Join(r.to, ", "), p)
				}
			}
		}
	}
}

// printing are the calls that a library must not make; "" is for built-in
// functions.
var printing = map[string][]string{
	"":    {"print", "println"},
	"fmt": {"Print", "Printf", "Println"},
	"os":  {"Exit"},
	"log": {"Print", "Printf", "Println", "Fatal", "Fatalf", "Fatalln"},
}

func TestLibrariesNeitherPrintNorExit(t *testing.T) {
	for _, s := range sources(t) {
		if !strings.HasPrefix(s.pkg, "internal/") {
			continue
		}
		ast.Inspect(s.ast, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				pkg, name := "", ""
				switch f := n.Fun.(type) {
				case *ast.Ident:
					name = f.Name
				case *ast.SelectorExpr:
					if x, ok := f.X.(*ast.Ident); ok {
						pkg, name = x.Name, f.Sel.Name
					}
				}
				if slices.Contains(printing[pkg], name) {
					t.Errorf("%s: a library must not call %s", s.at(n), strings.TrimPrefix(pkg+"."+name, "."))
				}
			case *ast.SelectorExpr:
				if x, ok := n.X.(*ast.Ident); ok && x.Name == "os" && (n.Sel.Name == "Stdout" || n.Sel.Name == "Stderr") {
					t.Errorf("%s: a library must not use os.%s", s.at(n), n.Sel.Name)
				}
			}
			return true
		})
	}
}

func TestPackagesHaveAComment(t *testing.T) {
	documented := map[string]bool{}
	for _, s := range sources(t) {
		documented[s.pkg] = documented[s.pkg] || s.ast.Doc.Text() != ""
	}
	for pkg, ok := range documented {
		if !ok {
			t.Errorf("package %s has no package comment", pkg)
		}
	}
}

func TestExportedNamesHaveAComment(t *testing.T) {
	for _, s := range sources(t) {
		for _, d := range s.ast.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Name.IsExported() && (d.Recv == nil || isExportedReceiver(d.Recv)) && d.Doc.Text() == "" {
					t.Errorf("%s: %s has no comment", s.at(d), d.Name)
				}
			case *ast.GenDecl:
				for _, name := range undocumented(d) {
					t.Errorf("%s: %s has no comment", s.at(name), name)
				}
			}
		}
	}
}

// isExportedReceiver reports whether a method belongs to a type that others
// see.
func isExportedReceiver(receiver *ast.FieldList) bool {
	exported := false
	ast.Inspect(receiver.List[0].Type, func(n ast.Node) bool {
		if name, ok := n.(*ast.Ident); ok {
			exported = name.IsExported()
			return false
		}
		return true
	})
	return exported
}

// undocumented lists the exported names of a declaration that has no comment
// over the whole, over the one name or after it.
func undocumented(d *ast.GenDecl) []*ast.Ident {
	var missing []*ast.Ident
	for _, spec := range d.Specs {
		var names []*ast.Ident
		said := d.Doc.Text()
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			names, said = []*ast.Ident{spec.Name}, said+spec.Doc.Text()+spec.Comment.Text()
		case *ast.ValueSpec:
			names, said = spec.Names, said+spec.Doc.Text()+spec.Comment.Text()
		}
		for _, name := range names {
			if name.IsExported() && said == "" {
				missing = append(missing, name)
			}
		}
	}
	return missing
}

// mostLines is how long a file may grow before it holds more than one idea.
const mostLines = 400

func TestFilesAreShort(t *testing.T) {
	for _, s := range sources(t) {
		if s.lines >= mostLines {
			t.Errorf("%s has %d lines: part it by its ideas", s.name, s.lines)
		}
	}
}
