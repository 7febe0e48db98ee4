// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A trace with a little of everything, for tests of whatever writes, reads or draws traces.

#include <string>

namespace threadline::test {

/// In the language of trace_dsl.h.
inline std::string sampleOfEverything() {
  return R"(
    0 800 process 1 exec name=server pid=70
    2 850 lane 0 service daemon process=1 main name=http_"server"
    2 850 state running
    0 900 process 0 main pid=77 name=main
    0 950 object 0 queue 1
    0 951 object 1 fork[0] 4
    1 1000 lane 1 process=0 main name=MainThread
    1 1000 state starting
    1 1010 identity 77 18446744073709551
    1 1010 state running label=work,_really step=2
    1 1020 slice outer step=1
    1 1030 slice 안녕
    1 1040 slice-end
    1 1050 flow out 5 start text=go
    1 1055 instant start target=2
    3 1052 lane 2 daemon process=0 parent=1 name=worker
    3 1053 state starting
    3 1060 flow in 5 start
    3 1060 identity 78 99
    3 1061 state running
    3 1070 gil taken value=1
    1 1072 gil requested target=2
    3 1080 gil dropped_on_request value=1
    1 1080 state waiting_gil
    1 1090 gil taken value=2
    1 1090 state running
    3 1100 state waiting_lock label=acquire object=1 holder=1 step=4
    3 1110 state joining lane=1
    3 1120 state waiting_io process=1
    1 1130 flow out 6 put object=0 text=item
    1 1131 counter depth 0 1
    1 1140 flow out 7 release object=1
    3 1150 flow in 6 put
    3 1151 counter depth 0 0
    3 1152 counter value 0 -9007199254740993
    1 1160 instant print text=hello
    1 1160 instant print_more text=_world
    1 1170 instant lost_update target=0 value=3
    1 1180 instant exception text=Error:_"x"
    1 1182 instant tick value=3
    1 1184 instant cancel text=task_1
    1 1186 instant refused target=0 text=second
    1 1190 slice-end
    1 1200 state sleeping
    1 1200 state running
    3 1210 lost 17
    3 1230 state running
    1 1235 state created
    1 1240 process 2 fork parent=0 daemon name=child pid=90
    4 1241 lane 3 process=2 main parent=1 name=child
    4 1241 state starting
    4 1250 identity 90 18446744073709551
    4 1250 state running
    1 1255 instant signal target=2 value=9
    1 1260 collected 2 signalled 9
    0 1261 dead 2
    1 1265 state running
    1 1266 local total integer -42
    1 1266 local word text some_text
    1 1266 local ok bool 1
    3 1270 end exception text=ValueError cpu=100 voluntary=4 involuntary=1
    0 1275 cpu 0 5000
    0 1276 memory 0 900
    1 1280 word 0 exception 1 text=SystemExit
    1 1285 end returned cpu=250
    pass 1290
    0 1300 dead 0
    0 1310 collected 0 exited 1
    pass 1320
    2 1325 end ended_with_process
    0 1330 dead 1
    0 1340 run-end
    finish 1400
  )";
}

}  // namespace threadline::test
