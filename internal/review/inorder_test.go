package review

import (
	"errors"
	"fmt"
	"slices"
	"testing"
)

func TestInOrder(t *testing.T) {
	open := func(i int) (int, error) { return i, nil }
	for _, jobs := range []int{0, 1, 2, 7, 100} {
		for _, n := range []int{0, 1, 5, 200} {
			var got, want []int
			for i := range n {
				want = append(want, i*i)
			}
			err := inOrder(n, jobs, open, func(i int) int { return i * i }, func(r int) error {
				got = append(got, r)
				return nil
			})
			if err != nil || !slices.Equal(got, want) {
				t.Errorf("%d things, %d jobs: %v, %v", n, jobs, got, err)
			}
		}
	}
}

// All that doesn't open is named, and nothing behind it is handed on.
func TestInOrderBadInput(t *testing.T) {
	open := func(i int) (int, error) {
		if i%3 == 2 {
			return 0, fmt.Errorf("no %d", i)
		}
		return i, nil
	}
	for _, jobs := range []int{1, 4} {
		var got []int
		err := inOrder(10, jobs, open, func(i int) int { return i }, func(r int) error {
			got = append(got, r)
			return nil
		})
		if fmt.Sprint(err) != "no 2\nno 5\nno 8" || !slices.Equal(got, []int{0, 1}) {
			t.Errorf("%d jobs: %v, %v", jobs, got, err)
		}
	}
}

func TestInOrderTakerFails(t *testing.T) {
	full := errors.New("the disk is full")
	for _, jobs := range []int{1, 3} {
		taken := 0
		err := inOrder(100, jobs, func(i int) (int, error) { return i, nil }, func(i int) int { return i }, func(int) error {
			taken++
			return full
		})
		if !errors.Is(err, full) || taken != 1 {
			t.Errorf("%d jobs: %v after %d", jobs, err, taken)
		}
	}
}
