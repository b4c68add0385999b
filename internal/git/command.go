package git

import (
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
)

// overrides are settings that stand above those of a repository.
var overrides = []string{
	"core.fsmonitor=false",
	"core.hooksPath=" + os.DevNull,
	// A folder that has the form of a repository is a folder, or a stranger who
	// commits one would decide which files are seen.
	"safe.bareRepository=explicit",
}

// misleading are variables that name another repository than the folder's, as in
// a hook; the last two are programs and options of the user's for differences.
var misleading = []string{"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS"}

// alone keeps git from fetching what a partial clone lacks, by programs that the
// repository names. Versions of git before 2.44 know only the second. What git
// says of it is told by its words, which are to be English.
var alone = []string{"GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none", "LC_ALL=C"}

// command is a call of git in a folder.
func command(folder string, args ...string) *exec.Cmd {
	safe := []string{"--no-optional-locks", "--no-pager"}
	for _, o := range overrides {
		safe = append(safe, "-c", o)
	}
	git := exec.Command("git", append(safe, args...)...)
	git.Dir = folder
	git.Env = slices.DeleteFunc(os.Environ(), func(variable string) bool {
		name, _, _ := strings.Cut(variable, "=")
		return slices.Contains(misleading, name)
	})
	git.Env = append(git.Env, alone...)
	return git
}

// filters are the settings by which the repository itself names programs that
// files go through on their way into it. The user's own are none of them.
func (r Repository) filters() ([]string, error) {
	out, err := r.output("config", "-z", "--show-scope", "--name-only", "--list")
	fields := names(out)
	var found []string
	for i := 0; i+1 < len(fields); i += 2 {
		scope, key := fields[i], fields[i+1]
		if strings.HasPrefix(key, "filter.") && (scope == "local" || scope == "worktree") && !slices.Contains(found, key) {
			found = append(found, key)
		}
	}
	return found, err
}

// unset is the environment that sets the filters of these settings to nothing. A
// name may hold any character, which no argument -c can say.
func unset(filters []string) []string {
	count, _ := strconv.Atoi(os.Getenv("GIT_CONFIG_COUNT")) // what the user sets stays
	var env []string
	set := func(key, value string) {
		env = append(env, fmt.Sprintf("GIT_CONFIG_KEY_%d=%s", count, key), fmt.Sprintf("GIT_CONFIG_VALUE_%d=%s", count, value))
		count++
	}
	for _, key := range filters {
		driver := key[:strings.LastIndexByte(key, '.')]
		set(driver+".clean", "")
		set(driver+".process", "")
		set(driver+".required", "false")
	}
	return append(env, "GIT_CONFIG_COUNT="+strconv.Itoa(count))
}
