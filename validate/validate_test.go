// Package validate gives the reports to the programs that they are made for. It is
// a module of its own, so that what those need is no part of rectify.
package validate

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	goparser "go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/joshdk/go-junit"
	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"github.com/reviewdog/reviewdog/parser"
	"github.com/reviewdog/reviewdog/proto/rdf"
	"github.com/xeipuuv/gojsonschema"
	"google.golang.org/protobuf/encoding/protojson"
)

// hostile is a text whose faults stand beside what a format has marks for.
const hostile = "\ufeffThe <b>All China Federation of Trade Unions</b> & \"co\" ]]> met.\r\n" +
	"The [All China Federation of Trade Unions](http://example.com) {0} met, the\r\nPresident of\r\nthe State too. ::error::x\r\n"

// formats are the reports that are tried.
var formats = []string{"sarif", "rdjson", "checkstyle", "junit", "json"}

// reports makes them of the samples and of the hostile text; the number is that of
// the issues in each.
func reports(t *testing.T) (files map[string]string, issues int) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "ho&st,ile.txt"), []byte(hostile), 0o644); err != nil {
		t.Fatal(err)
	}
	samples, err := filepath.Abs("../testdata/samples")
	if err != nil {
		t.Fatal(err)
	}
	build := exec.Command("go", "build", "-o", filepath.Join(dir, "rectify.exe"), "./cmd/rectify")
	build.Dir = ".."
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	args := []string{"check", "--max-issues", "1000000", "--no-config"}
	for _, f := range formats {
		args = append(args, "--format", f+"=out."+f)
	}
	check := exec.Command(filepath.Join(dir, "rectify.exe"), append(args, ".", samples)...)
	check.Dir = dir
	if out, err := check.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	files = map[string]string{}
	for _, f := range formats {
		data, err := os.ReadFile(filepath.Join(dir, "out."+f))
		if err != nil {
			t.Fatal(err)
		}
		files[f] = string(data)
	}
	var result struct{ Summary struct{ Issues int } }
	if err := json.Unmarshal([]byte(files["json"]), &result); err != nil || result.Summary.Issues < 100 {
		t.Fatalf("%d issues, %v", result.Summary.Issues, err)
	}
	return files, result.Summary.Issues
}

func TestConsumers(t *testing.T) {
	files, issues := reports(t)
	for format, read := range map[string]func(string) (int, error){
		"sarif": readSARIF, "rdjson": readRDJSON, "checkstyle": readCheckstyle, "junit": readJUnit,
	} {
		t.Run(format, func(t *testing.T) {
			if n, err := read(files[format]); err != nil || n != issues {
				t.Errorf("%d of %d issues read, %v", n, issues, err)
			}
		})
	}
}

// readSARIF holds a log against the schema of SARIF, and gives it to two readers.
func readSARIF(text string) (int, error) {
	schema, err := sarifSchema()
	if err != nil {
		return 0, err
	}
	result, err := gojsonschema.Validate(gojsonschema.NewStringLoader(schema), gojsonschema.NewStringLoader(text))
	if err != nil {
		return 0, err
	}
	if !result.Valid() {
		return 0, fmt.Errorf("not by the schema: %v", result.Errors())
	}
	log, err := sarif.FromString(text)
	if err != nil {
		return 0, err
	}
	read, err := parser.NewSarifParser().Parse(strings.NewReader(text))
	if len(read) != len(log.Runs[0].Results) {
		err = errors.Join(err, errors.New("reviewdog reads another number of results"))
	}
	return len(log.Runs[0].Results), err
}

// sarifSchema is the schema of SARIF 2.1.0 as go-sarif holds it, which gives
// nobody the text: a constant of its source.
func sarifSchema() (string, error) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/owenrumney/go-sarif/v3").Output()
	if err != nil {
		return "", err
	}
	path := filepath.Join(strings.TrimSpace(string(dir)), "pkg", "report", "v210", "sarif", "schema.go")
	source, err := goparser.ParseFile(token.NewFileSet(), path, nil, 0)
	if err != nil {
		return "", err
	}
	schema := ""
	ast.Inspect(source, func(n ast.Node) bool {
		if literal, ok := n.(*ast.BasicLit); ok && literal.Kind == token.STRING && len(literal.Value) > len(schema) {
			schema, err = strconv.Unquote(literal.Value)
		}
		return true
	})
	return schema, err
}

// readRDJSON reads a result as reviewdog defines it, and takes no other field.
func readRDJSON(text string) (int, error) {
	var result rdf.DiagnosticResult
	if err := protojson.Unmarshal([]byte(text), &result); err != nil {
		return 0, err
	}
	return len(result.GetDiagnostics()), nil
}

func readCheckstyle(text string) (int, error) {
	read, err := parser.NewCheckStyleParser().Parse(strings.NewReader(text))
	return len(read), err
}

// readJUnit counts failed tests, and the lines of output that the others have.
func readJUnit(text string) (int, error) {
	suites, err := junit.IngestReader(bytes.NewReader([]byte(text)))
	issues := 0
	for _, s := range suites {
		issues += s.Totals.Failed
		for _, test := range s.Tests {
			issues += len(strings.FieldsFunc(test.SystemOut, func(r rune) bool { return r == '\n' }))
		}
	}
	return issues, err
}
