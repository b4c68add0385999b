package main

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"rectify": main, "rectify-unprivileged": mainUnprivileged})
}

var update = flag.Bool("update", false, "write what the scripts' cmp finds into their files")

// TestScript runs rectify as a user does. A script is named for its subject;
// what it may call beside the commands of testscript is listed below. $TOP is the
// top of the repository.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "../../testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       *update,
		Setup: func(env *testscript.Env) error {
			// Under -race each command would wait a second before it ends.
			env.Setenv("GORACE", "atexit_sleep_ms=0")
			env.Setenv("TOP", top)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":  exits,
			"write":  write,
			"mode":   mode,
			"many":   many,
			"pack":   pack,
			"unpack": unpack,
		},
	})
}

// A script can't hold these characters and stay readable.
func TestErrorsKeepATerminalAsItIs(t *testing.T) {
	for path, want := range map[string]string{
		"港务\x1b[2J\u202e.txt":               "港务\\x1b[2J\\u202e.txt",
		"a\n::error::b ##vso[task.c]\n.txt": "a\n\\x3a:error\\x3a:b \\x23#vso[task.c]\n.txt",
	} {
		var out, errs bytes.Buffer
		status := run([]string{"check", path}, strings.NewReader(""), &out, &errs)
		want = "rectify: error: no such file: " + want + "\n"
		if status != exitFailed || out.String() != "" || errs.String() != want {
			t.Errorf("exit %d, stdout %q, stderr %q; want exit %d and stderr %q", status, out.String(), errs.String(), exitFailed, want)
		}
	}
}

// A glossary comes with a repository, and may be a stranger's.
func TestGlossariesKeepATerminalAsItIs(t *testing.T) {
	path := filepath.Join(t.TempDir(), "terms.tsv")
	rows := "id\tlang\tstatus\tterm\tnote\ncouncil\tzh\tpreferred\t港务委员会\t::error::owned\n" +
		"council\ten\tpreferred\tHarbor Council\t##vso[task.owned]\u202e\x1b[2J\n"
	if err := os.WriteFile(path, []byte(rows), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, command := range []string{"glossary show council", "explain council"} {
		var out, errs bytes.Buffer
		status := run(append(strings.Fields(command), "--no-builtin", "--glossary", path), strings.NewReader(""), &out, &errs)
		if status != exitClean || !strings.Contains(out.String(), `\x3a:error`) || strings.Contains(out.String(), "##vso[") || strings.ContainsAny(out.String(), "\u202e\x1b") {
			t.Errorf("%s: exit %d, stdout %q, stderr %q", command, status, out.String(), errs.String())
		}
	}
}

// exits STATUS PROGRAM [ARG...] runs a program like exec and wants this very
// exit status.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits STATUS PROGRAM [ARG...]")
	}
	err := ts.Exec(args[1], args[2:]...)
	status := 0
	if failed, ok := errors.AsType[*exec.ExitError](err); ok {
		status = failed.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if strconv.Itoa(status) != args[0] {
		ts.Fatalf("exit status %d, want %s", status, args[0])
	}
}

// rewritings are what the write command can do to a file of the archive, whose
// lines end with \n.
var rewritings = map[string]func(string) (string, error){
	"crlf":             func(s string) (string, error) { return strings.ReplaceAll(s, "\n", "\r\n"), nil },
	"no-newline":       func(s string) (string, error) { return strings.TrimSuffix(s, "\n"), nil },
	"bom":              func(s string) (string, error) { return "\ufeff" + s, nil },
	"utf-16le":         unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String,
	"utf-16be":         unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String,
	"gb18030":          simplifiedchinese.GB18030.NewEncoder().String,
	"without-messages": func(s string) (string, error) { return message.ReplaceAllString(s, "$1…"), nil },
	"unquoted":         func(s string) (string, error) { return strconv.Unquote(`"` + strings.TrimSuffix(s, "\n") + `"`) },
}

// message is the text of an issue in JSON, which is for the tests of its check.
var message = regexp.MustCompile(`("message": ?")(?:[^"\\]|\\.)*`)

// write REWRITING FILE TO writes a file of the archive, or stdout, in another
// form; as unquoted its escapes (\x00) become bytes.
func write(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 || rewritings[args[0]] == nil {
		ts.Fatalf("usage: write REWRITING FILE TO")
	}
	text, err := rewritings[args[0]](ts.ReadFile(args[1]))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), []byte(text), 0o666))
}

// many N FILE TO writes N files like one of the archive; in their text and in TO
// a * is the number of each, from 1.
func many(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 || !strings.Contains(args[2], "*") {
		ts.Fatalf("usage: many N FILE TO*")
	}
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	text := ts.ReadFile(args[1])
	for i := range n {
		number := strconv.Itoa(i + 1)
		path := ts.MkAbs(strings.ReplaceAll(args[2], "*", number))
		ts.Check(os.MkdirAll(filepath.Dir(path), 0o777))
		ts.Check(os.WriteFile(path, []byte(strings.ReplaceAll(text, "*", number)), 0o666))
	}
}

// mode PERMISSIONS FILE wants the file, not what it links to, to have them, as
// ls prints them.
func mode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: mode PERMISSIONS FILE")
	}
	info, err := os.Lstat(ts.MkAbs(args[1]))
	ts.Check(err)
	if got := info.Mode().String(); got != args[0] {
		ts.Fatalf("%s has mode %s, want %s", args[1], got, args[0])
	}
}
