package checks

import (
	"testing"
)

func BenchmarkBuiltinLoad(b *testing.B) {
	for b.Loop() {
		builtin(b)
	}
}
