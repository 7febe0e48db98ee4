<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko">
    <context>
        <name>EndingWords</name>
        <message>
            <source>%1 waits for the end of %2</source>
            <translation>%1: %2 종료 대기</translation>
        </message>
        <message>
            <source>%1 waits for %2, held by %3</source>
            <translation>%1: %2 대기 (보유: %3)</translation>
        </message>
        <message>
            <source>Deadlock: %1.</source>
            <translation>교착 상태: %1.</translation>
        </message>
    </context>
    <context>
        <name>Figure</name>
        <message>
            <source>not started</source>
            <translation>시작 전</translation>
        </message>
        <message>
            <source>starting</source>
            <translation>시작하는 중</translation>
        </message>
        <message>
            <source>running</source>
            <translation>실행 중</translation>
        </message>
        <message>
            <source>checking (busy wait)</source>
            <translation>반복 확인 (바쁜 대기)</translation>
        </message>
        <message>
            <source>ready</source>
            <translation>준비 (CPU 대기)</translation>
        </message>
        <message>
            <source>waiting for I/O</source>
            <translation>입출력 대기</translation>
        </message>
        <message>
            <source>waiting for a lock</source>
            <translation>락 대기</translation>
        </message>
        <message>
            <source>waiting for the GIL</source>
            <translation>GIL 대기</translation>
        </message>
        <message>
            <source>waiting for a queue</source>
            <translation>큐 대기</translation>
        </message>
        <message>
            <source>join</source>
            <translation>join 대기</translation>
        </message>
        <message>
            <source>sleep</source>
            <translation>쉬는 중 (sleep)</translation>
        </message>
        <message>
            <source>suspended (await)</source>
            <translation>일시 중단 (await)</translation>
        </message>
        <message>
            <source>waiting for work</source>
            <translation>일감 대기</translation>
        </message>
        <message>
            <source>off the CPU</source>
            <translation>CPU 밖 (까닭 모름)</translation>
        </message>
        <message>
            <source>unknown (not recorded)</source>
            <translation>알 수 없음 (기록 없음)</translation>
        </message>
        <message>
            <source>running or ready</source>
            <translation>실행 중 또는 준비</translation>
        </message>
        <message>
            <source>waiting at exit</source>
            <translation>종료 전 대기</translation>
        </message>
        <message>
            <source>waiting for a pipe</source>
            <translation>파이프 대기</translation>
        </message>
        <message>
            <source>waiting for an event</source>
            <translation>이벤트 대기</translation>
        </message>
        <message>
            <source>waiting for a barrier</source>
            <translation>배리어 대기</translation>
        </message>
        <message>
            <source>waiting for a semaphore</source>
            <translation>세마포어 대기</translation>
        </message>
        <message>
            <source>main thread</source>
            <translation>메인 스레드</translation>
        </message>
        <message>
            <source>thread</source>
            <translation>스레드</translation>
        </message>
        <message>
            <source>daemon thread</source>
            <translation>데몬 스레드</translation>
        </message>
        <message>
            <source>task</source>
            <translation>태스크</translation>
        </message>
        <message>
            <source>service</source>
            <translation>서비스</translation>
        </message>
        <message>
            <source>process</source>
            <translation>프로세스</translation>
        </message>
        <message>
            <source>daemon</source>
            <translation>데몬</translation>
        </message>
        <message>
            <source>pid</source>
            <translation>pid</translation>
        </message>
        <message>
            <source>exit code</source>
            <translation>종료 코드</translation>
        </message>
        <message>
            <source>holds the GIL</source>
            <translation>GIL 보유</translation>
        </message>
        <message>
            <source>held by</source>
            <translation>보유:</translation>
        </message>
        <message>
            <source>updates lost:</source>
            <translation>갱신 손실:</translation>
        </message>
        <message>
            <source>cancels %1</source>
            <translation>취소: %1</translation>
        </message>
        <message>
            <source>refused: in use by %1</source>
            <translation>거절됨: %1 사용 중</translation>
        </message>
        <message>
            <source>deadlock: waits for %1, held by %2</source>
            <translation>교착 상태: %1 대기 (보유: %2)</translation>
        </message>
        <message>
            <source>deadlock: waits for the end of %1</source>
            <translation>교착 상태: %1 종료 대기</translation>
        </message>
        <message>
            <source>ended, not collected</source>
            <translation>회수 전 (좀비)</translation>
        </message>
        <message>
            <source>at most</source>
            <translation>최대</translation>
        </message>
        <message>
            <source>end of its code</source>
            <translation>코드 끝</translation>
        </message>
        <message>
            <source>ended</source>
            <translation>종료됨</translation>
        </message>
        <message>
            <source>ended by an exception</source>
            <translation>예외로 끝남</translation>
        </message>
        <message>
            <source>ended with its process</source>
            <translation>프로세스와 함께 끊김</translation>
        </message>
        <message>
            <source>crashed</source>
            <translation>비정상 종료</translation>
        </message>
        <message>
            <source>ended by a signal</source>
            <translation>시그널로 끝남</translation>
        </message>
        <message>
            <source>print, answer</source>
            <translation>출력, 대답</translation>
        </message>
        <message>
            <source>asks for the GIL</source>
            <translation>GIL 요청</translation>
        </message>
        <message>
            <source>time (%1)</source>
            <translation>시간 (%1)</translation>
        </message>
        <message>
            <source>join, waiting at exit</source>
            <translation>join 대기, 종료 전 대기</translation>
        </message>
        <message>
            <source>too many arrows to draw: %1 left out</source>
            <translation>화살표가 너무 많아 %1개를 그리지 않았습니다</translation>
        </message>
        <message>
            <source>the timer's tick</source>
            <translation>타이머 틱</translation>
        </message>
        <message>
            <source>a tick that came late</source>
            <translation>늦게 온 틱</translation>
        </message>
    </context>
    <context>
        <name>Language</name>
        <message>
            <source>en</source>
            <extracomment>The code of the language of this file: "ko" in the Korean one.</extracomment>
            <translation>ko</translation>
        </message>
    </context>
    <context>
        <name>WindowLayout</name>
        <message>
            <source>Examples</source>
            <translation>예제</translation>
        </message>
        <message>
            <source>Values</source>
            <translation>값</translation>
        </message>
        <message>
            <source>Lesson</source>
            <translation>해설</translation>
        </message>
        <message>
            <source>Legend</source>
            <translation>범례</translation>
        </message>
        <message>
            <source>Span</source>
            <translation>구간</translation>
        </message>
        <message>
            <source>Output</source>
            <translation>출력</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>단계</translation>
        </message>
        <message>
            <source>Statistics</source>
            <translation>통계</translation>
        </message>
        <message>
            <source>Runs</source>
            <translation>실행 목록</translation>
        </message>
        <message>
            <source>Comparison</source>
            <translation>비교</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>Commands</source>
            <translation>명령</translation>
        </message>
        <message>
            <source>Options</source>
            <translation>옵션</translation>
        </message>
        <message>
            <source>Show this help</source>
            <translation>이 도움말을 보여 줍니다</translation>
        </message>
        <message>
            <source>Write the figures as one JSON object; - is standard output</source>
            <translation>측정값을 JSON 객체 하나로 씁니다. -는 표준 출력입니다</translation>
        </message>
        <message>
            <source>Run a scenario in real threads and processes and record every change of state</source>
            <translation>예제를 진짜 스레드와 프로세스로 실행하고 상태 변화를 빠짐없이 기록합니다</translation>
        </message>
        <message>
            <source>Examples:
  threadline run sum --export sum.svg           run it, draw it
  threadline run sum --set workers=4 --json -   other values, figures on standard output
  threadline run fork-join --preset quick --save run.json --export run.png --page slide
  threadline run my.threadline --timeout 10     your own file, at most ten seconds
Leaves with 0 when all went well, 1 when the run failed or a claim does not hold, 2 for wrong arguments
or files, 3 at the time limit, 130 after Ctrl+C. What was recorded is written in every case.</source>
            <translation>예:
  threadline run sum --export sum.svg           실행하고 그림으로 남깁니다
  threadline run sum --set workers=4 --json -   값을 바꾸고 측정값을 표준 출력으로 받습니다
  threadline run fork-join --preset quick --save run.json --export run.png --page slide
  threadline run my.threadline --timeout 10     내가 쓴 파일을 길어야 10초 동안 실행합니다
종료 상태: 0 잘 끝남, 1 실행이 실패했거나 확인 항목이 맞지 않음, 2 잘못된 인자나 파일, 3 시간 제한,
130 Ctrl+C. 어느 경우에나 그때까지 기록한 것은 파일로 남습니다.</translation>
        </message>
        <message>
            <source>A scenario's name (see threadline list) or file</source>
            <translation>예제 이름(threadline list 참고) 또는 파일</translation>
        </message>
        <message>
            <source>Values under a name, such as quick or document</source>
            <translation>quick, document 같은 값 묶음의 이름</translation>
        </message>
        <message>
            <source>A parameter's value; may be given again</source>
            <translation>매개변수 값. 여러 번 줄 수 있습니다</translation>
        </message>
        <message>
            <source>Draw a picture: .svg, .png or .pdf; may be given again</source>
            <translation>그림을 그립니다: .svg, .png, .pdf. 여러 번 줄 수 있습니다</translation>
        </message>
        <message>
            <source>Save the trace: .json (Chrome trace) or .csv; may be given again</source>
            <translation>기록을 저장합니다: .json (Chrome trace), .csv. 여러 번 줄 수 있습니다</translation>
        </message>
        <message>
            <source>Stop the run after so many seconds</source>
            <translation>이 시간(초)이 지나면 실행을 멈춥니다</translation>
        </message>
        <message>
            <source>Show on standard error what the scenario prints</source>
            <translation>예제가 출력하는 글을 표준 오류에 보여 줍니다</translation>
        </message>
        <message>
            <source>Show what is in a trace: lanes, spans, time in each state, losses</source>
            <translation>기록에 든 것을 보여 줍니다: 레인, 구간, 상태별 시간, 기록 손실</translation>
        </message>
        <message>
            <source>Examples:
  threadline info run.json
  threadline info run.json --json - | jq '.lanes[].states'</source>
            <translation>예:
  threadline info run.json
  threadline info run.json --json - | jq '.lanes[].states'</translation>
        </message>
        <message>
            <source>A saved trace</source>
            <translation>저장한 기록</translation>
        </message>
        <message>
            <source>Draw a saved trace</source>
            <translation>저장한 기록을 그림으로 그립니다</translation>
        </message>
        <message>
            <source>Examples:
  threadline render run.json -o run.pdf --page a4
  threadline render run.json -o detail.svg --range 12ms..80ms --lane 'worker*' --legend off
  threadline render other.json -o other.svg --like run.svg     the same scale, to compare</source>
            <translation>예:
  threadline render run.json -o run.pdf --page a4
  threadline render run.json -o detail.svg --range 12ms..80ms --lane 'worker*' --legend off
  threadline render other.json -o other.svg --like run.svg     견주어 보도록 같은 축척으로</translation>
        </message>
        <message>
            <source>The picture: .svg, .png or .pdf; may be given again</source>
            <translation>그림 파일: .svg, .png, .pdf. 여러 번 줄 수 있습니다</translation>
        </message>
        <message>
            <source>Write a trace in another format, by the file's ending</source>
            <translation>기록을 파일 확장자에 맞는 다른 형식으로 씁니다</translation>
        </message>
        <message>
            <source>Example:
  threadline convert run.json run.csv</source>
            <translation>예:
  threadline convert run.json run.csv</translation>
        </message>
        <message>
            <source>The trace to read</source>
            <translation>읽을 기록</translation>
        </message>
        <message>
            <source>The trace to write: .json or .csv</source>
            <translation>쓸 기록: .json, .csv</translation>
        </message>
        <message>
            <source>Comes in a later version</source>
            <translation>다음 버전에서 나옵니다</translation>
        </message>
        <message>
            <source>Usage</source>
            <translation>사용법</translation>
        </message>
        <message>
            <source>OPTIONS</source>
            <translation>옵션</translation>
        </message>
        <message>
            <source>COMMAND</source>
            <translation>명령</translation>
        </message>
        <message>
            <source>Arguments</source>
            <translation>인자</translation>
        </message>
        <message>
            <source>Shows what threads and processes really do: runs small programs in real threads and
processes, records them, and draws them as a timeline.</source>
            <translation>스레드와 프로세스가 실제로 무엇을 하는지 보여 줍니다. 작은 프로그램을 진짜 스레드와
프로세스로 실행하고, 기록하고, 타임라인으로 그립니다.</translation>
        </message>
        <message>
            <source>Show this help; after a command, that command's</source>
            <translation>이 도움말을 보여 줍니다. 명령 뒤에 쓰면 그 명령의 도움말입니다</translation>
        </message>
        <message>
            <source>Show the version</source>
            <translation>버전을 보여 줍니다</translation>
        </message>
        <message>
            <source>Examples:
  threadline list                                what there is to run
  threadline run sum --export sum.svg --json -   run, draw, and give the figures
  threadline run race --preset quick --save race.json
  threadline render race.json -o race.png --page blog
  threadline run --help                          more on one command</source>
            <translation>예:
  threadline list                                실행할 수 있는 예제
  threadline run sum --export sum.svg --json -   실행하고, 그리고, 측정값을 받습니다
  threadline run race --preset quick --save race.json
  threadline render race.json -o race.png --page blog
  threadline run --help                          명령 하나를 더 자세히</translation>
        </message>
        <message>
            <source>Language of everything that is said and drawn: ko or en</source>
            <translation>화면과 그림의 언어: ko 또는 en</translation>
        </message>
        <message>
            <source>A scenario or a trace, opened in the window</source>
            <translation>창에서 열 예제나 기록</translation>
        </message>
        <message>
            <source>Examples:
  threadline list
  threadline list --json | jq '.[].id'</source>
            <translation>예:
  threadline list
  threadline list --json | jq '.[].id'</translation>
        </message>
        <message>
            <source>As JSON, with bounds, defaults and both languages</source>
            <translation>JSON으로, 범위와 기본값과 두 언어를 모두 담아</translation>
        </message>
        <message>
            <source>Example:
  threadline validate my.threadline</source>
            <translation>예:
  threadline validate my.threadline</translation>
        </message>
        <message>
            <source>see threadline --help</source>
            <translation>threadline --help를 보십시오</translation>
        </message>
        <message>
            <source>unknown argument: %1; %2</source>
            <translation>모르는 인자: %1. %2</translation>
        </message>
        <message>
            <source>something is missing: %1; %2</source>
            <translation>빠진 것이 있습니다: %1. %2</translation>
        </message>
        <message>
            <source>wrong argument: %1; %2</source>
            <translation>잘못된 인자: %1. %2</translation>
        </message>
        <message>
            <source>--set takes NAME=VALUE, found "%1"</source>
            <translation>--set에는 이름=값을 씁니다. 받은 것: "%1"</translation>
        </message>
        <message numerus="yes">
            <source>%n span(s)</source>
            <translation>
                <numerusform>구간 %n개</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, run on %2 (%3)</source>
            <translation>%1, 실행: %2 (%3)</translation>
        </message>
        <message numerus="yes">
            <source>%1 long; %n lane(s)</source>
            <translation>
                <numerusform>길이 %1, 레인 %n개</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 events recorded, %2 lost, %3 damaged, %4 in an order that cannot be</source>
            <translation>이벤트 %1개 기록, %2개 손실, %3개 손상, %4개는 있을 수 없는 차례</translation>
        </message>
        <message>
            <source>"%1" comes in a later version; see threadline --help</source>
            <translation>"%1" 명령은 다음 버전에서 나옵니다. threadline --help를 보십시오</translation>
        </message>
        <message>
            <source>presets: %1</source>
            <translation>값 묶음: %1</translation>
        </message>
        <message>
            <source>wrong value</source>
            <translation>잘못된 값</translation>
        </message>
        <message>
            <source>bad file</source>
            <translation>잘못된 파일</translation>
        </message>
        <message>
            <source>not found</source>
            <translation>찾을 수 없음</translation>
        </message>
        <message>
            <source>limit reached</source>
            <translation>한계를 넘음</translation>
        </message>
        <message>
            <source>the system refused</source>
            <translation>시스템이 거부함</translation>
        </message>
        <message>
            <source>not in this version</source>
            <translation>이 버전에 없음</translation>
        </message>
        <message>
            <source>the run failed</source>
            <translation>실행 실패</translation>
        </message>
        <message numerus="yes">
            <source>and %n more remark(s) of this kind</source>
            <translation>
                <numerusform>이런 알림이 %n개 더 있습니다</numerusform>
            </translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>그림</translation>
        </message>
        <message>
            <source>Layout for a blog, a slide, an A4 page or a README (light and dark)</source>
            <translation>블로그, 슬라이드, A4, README(밝은 것과 어두운 것)에 맞춘 배치</translation>
        </message>
        <message>
            <source>Width of the layout in pixels</source>
            <translation>배치의 너비(픽셀)</translation>
        </message>
        <message>
            <source>PNG: pixels for each pixel of the layout</source>
            <translation>PNG: 배치 1픽셀에 쓸 픽셀 수</translation>
        </message>
        <message>
            <source>Part of the run, such as 12ms..80ms, from its zero</source>
            <translation>실행의 일부. 0부터 잰 시간으로 12ms..80ms처럼 씁니다</translation>
        </message>
        <message>
            <source>Time scale: nanoseconds for each pixel</source>
            <translation>시간 축척: 1픽셀의 나노초</translation>
        </message>
        <message>
            <source>The same time scale as this picture of ours (.svg or .png)</source>
            <translation>이 그림(Threadline이 만든 .svg, .png)과 같은 시간 축척</translation>
        </message>
        <message>
            <source>diagram: for print and pages; screen: as in the window</source>
            <translation>diagram: 인쇄물과 글에 맞게, screen: 창에서 보는 대로</translation>
        </message>
        <message>
            <source>Light or dark background</source>
            <translation>밝은 바탕 또는 어두운 바탕</translation>
        </message>
        <message>
            <source>With or without the legend</source>
            <translation>범례를 넣거나 뺍니다</translation>
        </message>
        <message>
            <source>Another title</source>
            <translation>다른 제목</translation>
        </message>
        <message>
            <source>Another caption</source>
            <translation>다른 설명 글</translation>
        </message>
        <message>
            <source>Another description for people who do not see the picture</source>
            <translation>그림을 보지 못하는 사람을 위한 다른 설명</translation>
        </message>
        <message>
            <source>Only these lanes, in this order, under this name; may be given again</source>
            <translation>이 레인만, 이 차례로, 이 이름으로. 여러 번 줄 수 있습니다</translation>
        </message>
        <message>
            <source>--range takes FROM..TO such as 12ms..80ms, found "%1"</source>
            <translation>--range에는 12ms..80ms처럼 시작..끝을 씁니다. 받은 것: "%1"</translation>
        </message>
        <message>
            <source>--range: "%1" is no time; write 12ms, 1.5s, 300us</source>
            <translation>--range: "%1"은(는) 시간이 아닙니다. 12ms, 1.5s, 300us처럼 쓰십시오</translation>
        </message>
        <message>
            <source>--range "%1" is empty</source>
            <translation>--range "%1"에는 아무 시간도 들어 있지 않습니다</translation>
        </message>
        <message>
            <source>--like and --ns-per-px both set the time scale; give one of them</source>
            <translation>--like와 --ns-per-px는 둘 다 시간 축척을 정합니다. 하나만 쓰십시오</translation>
        </message>
        <message>
            <source>%1: done in %2</source>
            <translation>%1: %2 만에 끝났습니다</translation>
        </message>
        <message>
            <source>%1: main ended abnormally after %2</source>
            <translation>%1: %2 뒤 메인 프로세스가 비정상으로 끝났습니다</translation>
        </message>
        <message>
            <source>%1: stopped after %2</source>
            <translation>%1: %2 뒤 중지했습니다</translation>
        </message>
        <message>
            <source>%1: stopped at its time limit after %2</source>
            <translation>%1: 시간 제한에 걸려 %2 뒤 중지했습니다</translation>
        </message>
        <message>
            <source>%1: cut off from outside after %2</source>
            <translation>%1: %2 뒤 밖에서 끊겼습니다</translation>
        </message>
        <message>
            <source>  holds: %1</source>
            <translation>  맞음: %1</translation>
        </message>
        <message>
            <source>  fails: %1 (measured %2, expected %3)</source>
            <translation>  맞지 않음: %1 (측정값 %2, 기대한 값 %3)</translation>
        </message>
        <message>
            <source>  not checked: %1 (%2)</source>
            <translation>  확인 못 함: %1 (%2)</translation>
        </message>
        <message numerus="yes">
            <source>%1 · %2 events · %n lane(s)</source>
            <translation>
                <numerusform>%1 · 이벤트 %2개 · 레인 %n개</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n lane(s)</source>
            <translation>
                <numerusform>레인 %n개</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 events</source>
            <translation>이벤트 %1개</translation>
        </message>
        <message>
            <source>%1, %2 lost</source>
            <translation>%1, 손실 %2개</translation>
        </message>
        <message>
            <source>%1: no errors</source>
            <translation>%1: 오류 없음</translation>
        </message>
        <message>
            <source>one after the other</source>
            <translation>차례로</translation>
        </message>
        <message>
            <source>threads</source>
            <translation>스레드</translation>
        </message>
        <message>
            <source>tasks</source>
            <translation>태스크</translation>
        </message>
        <message>
            <source>processes</source>
            <translation>프로세스</translation>
        </message>
        <message>
            <source>on</source>
            <translation>켬</translation>
        </message>
        <message>
            <source>off</source>
            <translation>끔</translation>
        </message>
        <message>
            <source>%1 bytes</source>
            <translation>%1바이트</translation>
        </message>
        <message>
            <source>The main process ended abnormally.</source>
            <translation>메인 프로세스가 비정상으로 끝났습니다.</translation>
        </message>
        <message>
            <source>The run was stopped.</source>
            <translation>실행을 중지했습니다.</translation>
        </message>
        <message>
            <source>The run was stopped at its time limit.</source>
            <translation>시간 제한에 걸려 실행을 중지했습니다.</translation>
        </message>
        <message>
            <source>The run was cut off from outside.</source>
            <translation>실행이 밖에서 끊겼습니다.</translation>
        </message>
        <message numerus="yes">
            <source>%n core(s), %1</source>
            <translation>
                <numerusform>코어 %n개, %1</numerusform>
            </translation>
        </message>
        <message>
            <source>Measured on %1 with Threadline %2 (%3).</source>
            <translation>%1에 측정했습니다 (Threadline %2, %3).</translation>
        </message>
        <message>
            <source>Other programs used %1 cores meanwhile.</source>
            <translation>그동안 다른 프로그램이 코어 %1개만큼을 썼습니다.</translation>
        </message>
        <message>
            <source>Drawn with Threadline %1 from %2.</source>
            <translation>%2 파일을 그린 것입니다 (Threadline %1).</translation>
        </message>
        <message>
            <source>No event was lost.</source>
            <translation>잃은 기록은 없습니다.</translation>
        </message>
        <message numerus="yes">
            <source>%n event(s) were lost; there the lanes are drawn as unknown.</source>
            <translation>
                <numerusform>이벤트 %n개를 잃었습니다. 그 자리의 레인은 알 수 없음으로 그렸습니다.</numerusform>
            </translation>
        </message>
        <message>
            <source>measured %1</source>
            <translation>측정값 %1</translation>
        </message>
        <message numerus="yes">
            <source>A timeline of %n lane(s) over %1.</source>
            <translation>
                <numerusform>%1 동안의 레인 %n개를 그린 타임라인입니다.</numerusform>
            </translation>
        </message>
        <message>
            <source>nothing was recorded in the range asked for; all of it is drawn</source>
            <translation>요청한 구간에는 기록이 없어 전체를 그렸습니다</translation>
        </message>
        <message>
            <source>no lane matches --lane</source>
            <translation>--lane에 맞는 레인이 없습니다</translation>
        </message>
        <message>
            <source>a picture ends in .svg, .png or .pdf</source>
            <translation>그림 파일 이름은 .svg, .png, .pdf로 끝나야 합니다</translation>
        </message>
        <message>
            <source>a trace ends in .json or .csv</source>
            <translation>기록 파일 이름은 .json, .csv로 끝나야 합니다</translation>
        </message>
        <message>
            <source>there is no command and no file "%1"; see threadline --help</source>
            <translation>"%1"이라는 명령도 파일도 없습니다. threadline --help를 보십시오</translation>
        </message>
        <message>
            <source>--like reads .svg and .png</source>
            <translation>--like는 .svg와 .png를 읽습니다</translation>
        </message>
        <message>
            <source>this picture carries no time scale of ours</source>
            <translation>이 그림에는 Threadline이 적은 시간 축척이 없습니다</translation>
        </message>
        <message>
            <source>the run was cut off</source>
            <translation>실행이 도중에 끊겼습니다</translation>
        </message>
        <message>
            <source>other programs used %1 cores</source>
            <translation>다른 프로그램이 코어 %1개만큼을 썼습니다</translation>
        </message>
        <message>
            <source>there is no display for the window; on the command line try: threadline run sum --export sum.svg</source>
            <translation>창을 띄울 화면이 없습니다. 명령줄에서는 이렇게 해 보십시오: threadline run sum --export sum.svg</translation>
        </message>
        <message>
            <source>Write the table: .csv (raw numbers) or .md (Markdown); may be given again</source>
            <translation>표를 씁니다. .csv(원래 숫자) 또는 .md(Markdown). 여러 번 줄 수 있습니다</translation>
        </message>
        <message>
            <source>Run the same work in several ways, one after the other, and compare them</source>
            <translation>같은 일을 여러 방식으로 차례로 실행하고 비교합니다</translation>
        </message>
        <message>
            <source>An experiment's name or file; with --vary a scenario's</source>
            <translation>실험의 이름이나 파일. --vary와 함께라면 시나리오의 이름이나 파일</translation>
        </message>
        <message>
            <source>A parameter's value in all runs; may be given again</source>
            <translation>모든 실행에 쓸 매개변수 값. 여러 번 줄 수 있습니다</translation>
        </message>
        <message>
            <source>Compare these values instead of the experiment's variants; of two parameters, all combinations</source>
            <translation>실험에 있는 방식 대신 이 값들을 비교합니다. 매개변수가 둘이면 모든 조합을 비교합니다</translation>
        </message>
        <message>
            <source>How many rounds; the experiment's own number otherwise</source>
            <translation>몇 바퀴 돌지. 주지 않으면 실험에 적힌 수</translation>
        </message>
        <message>
            <source>Stop a run after so many seconds; the others go on</source>
            <translation>이 시간(초)이 지나면 그 실행을 멈춥니다. 나머지는 계속합니다</translation>
        </message>
        <message>
            <source>Compare saved traces, under one another on one time axis</source>
            <translation>저장한 기록들을 한 시간축 위에 위아래로 놓고 비교합니다</translation>
        </message>
        <message>
            <source>Examples:
  threadline compare before.json after.json
  threadline compare threads.json processes.json --export both.png --page blog --json -</source>
            <translation>예:
  threadline compare before.json after.json
  threadline compare threads.json processes.json --export both.png --page blog --json -</translation>
        </message>
        <message>
            <source>Saved traces; the first is what the others are compared with</source>
            <translation>저장한 기록. 첫째 것이 나머지의 비교 기준입니다</translation>
        </message>
        <message>
            <source>  threadline experiment sum-compare --export ways.svg   the same work in several ways</source>
            <translation>  threadline experiment sum-compare --export ways.svg   같은 일을 여러 방식으로</translation>
        </message>
        <message>
            <source>List all scenarios and experiments with their parameters and presets</source>
            <translation>모든 시나리오와 실험을 매개변수, 사전 설정과 함께 보여 줍니다</translation>
        </message>
        <message>
            <source>Check the file of a scenario or experiment and show every error with its place</source>
            <translation>시나리오나 실험 파일을 검사해 모든 오류를 위치와 함께 보여 줍니다</translation>
        </message>
        <message>
            <source>The file</source>
            <translation>파일</translation>
        </message>
        <message>
            <source>--vary takes NAME=V1,V2,..., found "%1"</source>
            <translation>--vary에는 NAME=V1,V2,... 꼴이 필요한데 "%1"입니다</translation>
        </message>
        <message>
            <source>Comparison</source>
            <translation>비교</translation>
        </message>
        <message>
            <source>a table ends in .csv or .md</source>
            <translation>표 파일의 이름은 .csv 또는 .md로 끝나야 합니다</translation>
        </message>
        <message>
            <source>no run to its end</source>
            <translation>끝까지 간 실행 없음</translation>
        </message>
        <message>
            <source>main ended abnormally</source>
            <translation>main이 비정상으로 끝났습니다</translation>
        </message>
        <message>
            <source>it was stopped</source>
            <translation>중지했습니다</translation>
        </message>
        <message>
            <source>it was stopped at its time limit</source>
            <translation>제한 시간이 되어 중지했습니다</translation>
        </message>
        <message>
            <source>it was cut off from outside</source>
            <translation>바깥에서 끊었습니다</translation>
        </message>
        <message>
            <source>%1, run %2</source>
            <translation>%1, %2번째 실행</translation>
        </message>
        <message>
            <source>  %1 does not count: %2</source>
            <translation>  %1 실행은 셈에서 빠집니다: %2</translation>
        </message>
        <message>
            <source>run %1 of %2 · %3 · %4 · about %5 left</source>
            <translation>실행 %1/%2 · %3 · %4 · 약 %5 남음</translation>
        </message>
        <message>
            <source>run %1 of %2 · %3 · %4</source>
            <translation>실행 %1/%2 · %3 · %4</translation>
        </message>
        <message>
            <source>time</source>
            <translation>시간</translation>
        </message>
        <message>
            <source>least – most</source>
            <translation>최소 – 최대</translation>
        </message>
        <message>
            <source>CPU time</source>
            <translation>CPU 시간</translation>
        </message>
        <message>
            <source>cores used</source>
            <translation>쓴 코어</translation>
        </message>
        <message>
            <source>switches</source>
            <translation>전환</translation>
        </message>
        <message>
            <source>memory</source>
            <translation>메모리</translation>
        </message>
        <message>
            <source>times as fast</source>
            <translation>빠르기(배)</translation>
        </message>
        <message>
            <source>of the first</source>
            <translation>첫째 대비</translation>
        </message>
        <message>
            <source>document</source>
            <translation>문서</translation>
        </message>
        <message>
            <source>a scenario by itself compares nothing; say with --vary NAME=V1,V2 what to vary</source>
            <translation>시나리오 하나만으로는 비교할 것이 없습니다. 무엇을 바꿀지 --vary NAME=V1,V2로 알려 주십시오</translation>
        </message>
        <message>
            <source>%1: stopped after %2 of %3 runs</source>
            <translation>%1: 실행 %3번 가운데 %2번 뒤에 멈췄습니다</translation>
        </message>
        <message>
            <source>experiment with %1: %2</source>
            <translation>%1 실험: %2</translation>
        </message>
        <message numerus="yes">
            <source>median of %n run(s) each</source>
            <translation>
                <numerusform>각각 실행 %n번의 중앙값</numerusform>
            </translation>
        </message>
        <message>
            <source>The experiment was stopped before all runs were made.</source>
            <translation>모든 실행을 마치기 전에 실험을 멈췄습니다.</translation>
        </message>
        <message numerus="yes">
            <source>Timelines of %n run(s) under one another on one time axis.</source>
            <translation>
                <numerusform>실행 %n개의 타임라인을 한 시간축에 위아래로 놓았습니다.</numerusform>
            </translation>
        </message>
        <message>
            <source>%1: %2.</source>
            <translation>%1: %2.</translation>
        </message>
        <message>
            <source>%1× the time (document: %2×)</source>
            <translation>시간 %1배(문서: %2배)</translation>
        </message>
        <message>
            <source>%1× the time</source>
            <translation>시간 %1배</translation>
        </message>
        <message>
            <source>%1 cores</source>
            <translation>코어 %1개</translation>
        </message>
        <message>
            <source>no run came to its end; there is nothing to draw</source>
            <translation>끝까지 간 실행이 없어서 그릴 것이 없습니다</translation>
        </message>
        <message>
            <source>         yours %1 | reference %2 | document %3</source>
            <translation>         내 결과 %1 | 기준 (CPython) %2 | 문서 %3</translation>
        </message>
        <message>
            <source>  %1 (sure)</source>
            <translation>  %1 (확실함)</translation>
        </message>
        <message>
            <source>  %1 (fairly sure)</source>
            <translation>  %1 (꽤 확실함)</translation>
        </message>
        <message>
            <source>  %1 (not sure)</source>
            <translation>  %1 (확실하지 않음)</translation>
        </message>
        <message>
            <source>Examples:
  threadline experiment sum-compare --preset quick --export ways.svg
  threadline experiment sum-compare --repeat 5 --json - | jq '.summary[].wall_ns'
  threadline experiment sum --vary workers=1,2,4 --set n=50000000 --table workers.md
  threadline experiment sum --vary workers=1..16*2 --vary n=1000000..9000000+4000000
Rounds go through all variants, so that what changes on the machine meets all of them.
Leaves with 0 when all went well, 1 when a run failed or a claim does not hold, 2 for wrong arguments
or files, 3 when a run was stopped at its time limit, 130 after Ctrl+C. What was finished is written in
every case.</source>
            <translation>예:
  threadline experiment sum-compare --preset quick --export ways.svg
  threadline experiment sum-compare --repeat 5 --json - | jq '.summary[].wall_ns'
  threadline experiment sum --vary workers=1,2,4 --set n=50000000 --table workers.md
  threadline experiment sum --vary workers=1..16*2 --vary n=1000000..9000000+4000000
바퀴마다 모든 방식을 한 번씩 실행하므로, 기계에 생긴 변화가 모든 방식에 고루 미칩니다.
모두 잘되면 0, 실행이 실패했거나 확인한 주장이 맞지 않으면 1, 인자나 파일이 잘못되면 2,
제한 시간에 멈춘 실행이 있으면 3, Ctrl+C 뒤에는 130으로 끝납니다. 끝난 실행의 결과는
언제나 씁니다.</translation>
        </message>
        <message>
            <source>  runs of one variant differ by %1 %; smaller differences say nothing</source>
            <translation>  같은 변형의 실행끼리 %1 % 차이가 납니다. 그보다 작은 차이는 의미가 없습니다</translation>
        </message>
        <message>
            <source>  other programs used %1 of %2 cores meanwhile: the times are longer than on a quiet machine, and what runs on several cores loses most</source>
            <translation>  그동안 다른 프로그램이 코어 %2개 중 %1개를 썼습니다. 조용한 기계에서보다 시간이 길고, 여러 코어를 쓰는 쪽이 가장 손해를 봅니다</translation>
        </message>
        <message>
            <source>requests/s</source>
            <translation>초당 요청 수</translation>
        </message>
        <message>
            <source>latency p50</source>
            <translation>지연 시간 p50</translation>
        </message>
        <message>
            <source>latency p99</source>
            <translation>지연 시간 p99</translation>
        </message>
    </context>
    <context>
        <name>RunWords</name>
        <message>
            <source>The run was stopped. What was recorded is shown.</source>
            <translation>실행을 중지했습니다. 기록한 데까지 보여 줍니다.</translation>
        </message>
        <message>
            <source>The run was stopped at its time limit.</source>
            <translation>시간 제한이 되어 실행을 중지했습니다.</translation>
        </message>
        <message>
            <source>The main process ended abnormally.</source>
            <translation>메인 프로세스가 비정상으로 끝났습니다.</translation>
        </message>
        <message>
            <source>The main process ended abnormally: %1</source>
            <translation>메인 프로세스가 비정상으로 끝났습니다: %1</translation>
        </message>
        <message>
            <source>The run was cut off from outside. What was recorded until then is shown; run it again.</source>
            <translation>실행이 바깥에서 끊겼습니다. 그때까지 기록한 내용을 보여 줍니다. 다시 실행해 보십시오.</translation>
        </message>
        <message>
            <source>Running · %1 · %2 events</source>
            <translation>실행 중 · %1 · 이벤트 %2개</translation>
        </message>
        <message>
            <source>Run %1 of %2: %3 · %4</source>
            <translation>실행 %1/%2: %3 · %4</translation>
        </message>
        <message>
            <source>Run %1 of %2: %3 · %4 · about %5 left</source>
            <translation>실행 %1/%2: %3 · %4 · 약 %5 남음</translation>
        </message>
        <message>
            <source>%1 · %2× the time</source>
            <translation>%1 · 시간 %2배</translation>
        </message>
        <message>
            <source>%1 · %2× the time (document: %3×)</source>
            <translation>%1 · 시간 %2배 (문서: %3배)</translation>
        </message>
        <message>
            <source>This run shows: %1</source>
            <translation>이번 실행의 결과: %1</translation>
        </message>
        <message>
            <source>In this run it was otherwise than expected: %1</source>
            <translation>이번 실행은 예상과 달랐습니다: %1</translation>
        </message>
    </context>
    <context>
        <name>threadline::charts::ComparisonChart</name>
        <message>
            <source>wall time (s)</source>
            <translation>경과 시간 (s)</translation>
        </message>
        <message>
            <source>wall time (ms)</source>
            <translation>경과 시간 (ms)</translation>
        </message>
        <message>
            <source>Chart: wall times compared</source>
            <translation>차트: 경과 시간 비교</translation>
        </message>
    </context>
    <context>
        <name>threadline::charts::CounterChart</name>
        <message>
            <source>This run has no counters: there are some where a workload uses queues or variables.</source>
            <translation>이 실행에는 값 그래프가 없습니다. 큐나 변수를 쓰는 예제에서 볼 수 있습니다.</translation>
        </message>
        <message>
            <source>The first %1 of %2 counters are shown. The table shows all.</source>
            <translation>값 그래프 %2개 중 처음 %1개만 그렸습니다. 표에는 모두 있습니다.</translation>
        </message>
        <message numerus="yes">
            <source>%n counter(s) are shown. The table beside it has their figures.</source>
            <translation>
                <numerusform>값 그래프 %n개를 그렸습니다. 옆의 표에 값이 있습니다.</numerusform>
            </translation>
        </message>
        <message>
            <source>Chart: counters over time</source>
            <translation>차트: 시간에 따른 값</translation>
        </message>
        <message>
            <source>time (ms)</source>
            <translation>시간 (ms)</translation>
        </message>
    </context>
    <context>
        <name>threadline::charts::HeatChart</name>
        <message>
            <source>%1 %2, %3 %4: %5</source>
            <comment>name value, name value: time</comment>
            <translation>%1 %2, %3 %4: %5</translation>
        </message>
        <message>
            <source>no run to its end</source>
            <translation>끝까지 간 실행 없음</translation>
        </message>
        <message>
            <source>Chart: times over two values that were varied</source>
            <translation>차트: 바꾼 두 값에 따른 시간</translation>
        </message>
    </context>
    <context>
        <name>threadline::charts::StateChart</name>
        <message>
            <source>The first %1 of %2 lanes are shown. The table shows all.</source>
            <translation>레인 %2개 중 처음 %1개만 그렸습니다. 표에는 모두 있습니다.</translation>
        </message>
        <message>
            <source>There is nothing to show yet.</source>
            <translation>아직 보여 줄 것이 없습니다.</translation>
        </message>
        <message numerus="yes">
            <source>%n lane(s) are shown. The table beside it has the same figures.</source>
            <translation>
                <numerusform>레인 %n개를 그렸습니다. 옆의 표에 같은 값이 있습니다.</numerusform>
            </translation>
        </message>
        <message>
            <source>Chart: shares of states by lane</source>
            <translation>차트: 레인별 상태 비율</translation>
        </message>
    </context>
    <context>
        <name>threadline::charts::SweepChart</name>
        <message>
            <source>wall time (s)</source>
            <translation>경과 시간 (s)</translation>
        </message>
        <message>
            <source>wall time (ms)</source>
            <translation>경과 시간 (ms)</translation>
        </message>
        <message>
            <source>least to most</source>
            <translation>최소~최대</translation>
        </message>
        <message>
            <source>best: %1</source>
            <translation>최적: %1</translation>
        </message>
        <message>
            <source>%1 → %2</source>
            <comment>value → its time</comment>
            <translation>%1 → %2</translation>
        </message>
        <message>
            <source>There is nothing to draw.</source>
            <translation>그릴 것이 없습니다.</translation>
        </message>
        <message>
            <source>ideal</source>
            <translation>이상적</translation>
        </message>
        <message>
            <source>document</source>
            <translation>문서</translation>
        </message>
        <message>
            <source>median</source>
            <translation>중앙값</translation>
        </message>
        <message>
            <source>Chart: times over a value that was varied</source>
            <translation>차트: 바꾼 값에 따른 시간</translation>
        </message>
    </context>
    <context>
        <name>threadline::models::ComparisonModel</name>
        <message>
            <source>no run to its end</source>
            <translation>끝까지 간 실행 없음</translation>
        </message>
        <message>
            <source>%1 kB</source>
            <translation>%1 kB</translation>
        </message>
        <message>
            <source>What was run</source>
            <translation>실행한 것</translation>
        </message>
        <message>
            <source>Variant</source>
            <translation>변형</translation>
        </message>
        <message>
            <source>Wall time: the median of its runs</source>
            <translation>걸린 시간: 실행들의 중앙값</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>시간</translation>
        </message>
        <message>
            <source>The fastest and the slowest run</source>
            <translation>가장 빠른 실행과 가장 느린 실행</translation>
        </message>
        <message>
            <source>Least – most</source>
            <translation>최소 – 최대</translation>
        </message>
        <message>
            <source>CPU time of all its processes</source>
            <translation>모든 프로세스의 CPU 시간</translation>
        </message>
        <message>
            <source>CPU time</source>
            <translation>CPU 시간</translation>
        </message>
        <message>
            <source>CPU time over wall time</source>
            <translation>CPU 시간 ÷ 걸린 시간</translation>
        </message>
        <message>
            <source>Cores used</source>
            <translation>쓴 코어</translation>
        </message>
        <message>
            <source>Context switches of all its threads</source>
            <translation>모든 스레드의 문맥 교환</translation>
        </message>
        <message>
            <source>Switches</source>
            <translation>문맥 교환</translation>
        </message>
        <message>
            <source>Private memory of all its processes</source>
            <translation>모든 프로세스의 전용 메모리</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>메모리</translation>
        </message>
        <message>
            <source>How many times as fast as the first variant</source>
            <translation>첫 변형보다 몇 배 빠른지</translation>
        </message>
        <message>
            <source>Times as fast</source>
            <translation>속도 배수</translation>
        </message>
        <message>
            <source>Its time over that of the first variant</source>
            <translation>첫 변형의 시간에 대한 비율</translation>
        </message>
        <message>
            <source>Of the first</source>
            <translation>첫 변형 대비</translation>
        </message>
        <message>
            <source>The same factor in the document</source>
            <translation>문서에 나온 같은 비율</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>문서</translation>
        </message>
    </context>
    <context>
        <name>threadline::models::CounterTableModel</name>
        <message>
            <source>%1: waiting items</source>
            <translation>%1: 기다리는 항목 수</translation>
        </message>
        <message>
            <source>%1: value</source>
            <translation>%1: 값</translation>
        </message>
        <message>
            <source>%1: CPU in per cent</source>
            <translation>%1: CPU (%)</translation>
        </message>
        <message>
            <source>%1: memory in kB</source>
            <translation>%1: 메모리 (kB)</translation>
        </message>
        <message>
            <source>Counter</source>
            <translation>값 그래프</translation>
        </message>
        <message>
            <source>Smallest</source>
            <translation>최솟값</translation>
        </message>
        <message>
            <source>Largest</source>
            <translation>최댓값</translation>
        </message>
        <message>
            <source>Last</source>
            <translation>마지막 값</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>바뀐 횟수</translation>
        </message>
    </context>
    <context>
        <name>threadline::models::GalleryModel</name>
        <message>
            <source>%1, done</source>
            <translation>%1, 해 봄</translation>
        </message>
        <message>
            <source>Document %1 · example %2</source>
            <translation>문서 %1 · %2번째 예제</translation>
        </message>
        <message>
            <source>Article · example %1</source>
            <translation>원문 기사 · %1번째 예제</translation>
        </message>
        <message>
            <source>Comparison of several runs</source>
            <translation>여러 경우를 비교하는 실험</translation>
        </message>
        <message>
            <source>Recent</source>
            <translation>최근에 연 예제</translation>
        </message>
        <message>
            <source>Your own</source>
            <translation>내 예제</translation>
        </message>
        <message>
            <source>Threads</source>
            <translation>스레드</translation>
        </message>
        <message>
            <source>The GIL</source>
            <translation>GIL (전역 인터프리터 락)</translation>
        </message>
        <message>
            <source>Processes</source>
            <translation>프로세스</translation>
        </message>
        <message>
            <source>Passing data on</source>
            <translation>데이터 주고받기</translation>
        </message>
        <message>
            <source>Input, output and tasks</source>
            <translation>입출력과 태스크</translation>
        </message>
        <message>
            <source>Classic problems</source>
            <translation>고전 문제</translation>
        </message>
        <message>
            <source>Document 1 · Threads and the GIL</source>
            <translation>문서 1 · 스레드와 GIL</translation>
        </message>
        <message>
            <source>Document 2 · Life of a process</source>
            <translation>문서 2 · 프로세스의 일생</translation>
        </message>
        <message>
            <source>Document 3 · Three ways compared</source>
            <translation>문서 3 · 세 가지 방법 비교</translation>
        </message>
        <message>
            <source>Document 4 · By analogy</source>
            <translation>문서 4 · 비유로 이해하기</translation>
        </message>
        <message>
            <source>Document 5 · In practice</source>
            <translation>문서 5 · 실전 예제</translation>
        </message>
        <message>
            <source>The article behind document 3</source>
            <translation>문서 3의 원문 기사</translation>
        </message>
        <message>
            <source>Beyond the documents</source>
            <translation>문서에 없는 예제</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>기타</translation>
        </message>
    </context>
    <context>
        <name>threadline::models::OutputModel</name>
        <message>
            <source>Time</source>
            <translation>시각</translation>
        </message>
        <message>
            <source>Printed by</source>
            <translation>출력한 곳</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>내용</translation>
        </message>
    </context>
    <context>
        <name>threadline::models::RunTableModel</name>
        <message numerus="yes">
            <source>%n do(es) not hold</source>
            <translation>
                <numerusform>%n개 맞지 않음</numerusform>
            </translation>
        </message>
        <message>
            <source>not checked</source>
            <translation>확인 못 함</translation>
        </message>
        <message>
            <source>%1 of %2 hold</source>
            <translation>%2개 중 %1개 맞음</translation>
        </message>
        <message numerus="yes">
            <source>all %n hold</source>
            <translation>
                <numerusform>%n개 모두 맞음</numerusform>
            </translation>
        </message>
        <message>
            <source>finished</source>
            <translation>끝남</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>실패</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>중지됨</translation>
        </message>
        <message>
            <source>time limit</source>
            <translation>시간 제한</translation>
        </message>
        <message>
            <source>cut off</source>
            <translation>중단됨</translation>
        </message>
        <message>
            <source>saved</source>
            <translation>저장됨</translation>
        </message>
        <message>
            <source>not saved</source>
            <translation>저장 안 함</translation>
        </message>
        <message>
            <source>kept</source>
            <translation>보관함</translation>
        </message>
        <message>
            <source>not kept</source>
            <translation>보관 안 함</translation>
        </message>
        <message>
            <source>A kept run does not go when many others follow.</source>
            <translation>보관한 실행은 다른 실행이 많아져도 목록에서 사라지지 않습니다.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>이름</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>보관</translation>
        </message>
        <message>
            <source>Started</source>
            <translation>시작 시각</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>길이</translation>
        </message>
        <message>
            <source>Checks</source>
            <translation>확인 항목</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>종료</translation>
        </message>
        <message>
            <source>File</source>
            <translation>파일</translation>
        </message>
    </context>
    <context>
        <name>threadline::models::SpanTableModel</name>
        <message>
            <source>Lane</source>
            <translation>레인</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>시작</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>길이</translation>
        </message>
        <message>
            <source>State</source>
            <translation>상태</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>설명</translation>
        </message>
        <message>
            <source>Waits for</source>
            <translation>기다리는 대상</translation>
        </message>
        <message>
            <source>Held by</source>
            <translation>가지고 있는 레인</translation>
        </message>
    </context>
    <context>
        <name>threadline::models::StatisticsModel</name>
        <message>
            <source>All lanes</source>
            <translation>모든 레인</translation>
        </message>
        <message>
            <source>Lane</source>
            <translation>레인</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>길이</translation>
        </message>
    </context>
    <context>
        <name>threadline::models::StepText</name>
        <message>
            <source>%1, for at most %2 ms</source>
            <translation>%1, 최대 %2 ms</translation>
        </message>
        <message>
            <source>%1, if %2</source>
            <translation>%1, 조건: %2</translation>
        </message>
        <message>
            <source>sleep for %1 µs</source>
            <translation>쉬기: %1 µs</translation>
        </message>
        <message>
            <source>sleep for %1 ms</source>
            <translation>쉬기: %1 ms</translation>
        </message>
        <message>
            <source>print: %1</source>
            <translation>출력: %1</translation>
        </message>
        <message>
            <source>crash: %1</source>
            <translation>오류 내기: %1</translation>
        </message>
        <message>
            <source>end the process with code %1</source>
            <translation>프로세스 종료, 종료 코드 %1</translation>
        </message>
        <message>
            <source>add up the numbers %1 … %2</source>
            <translation>수 더하기: %1 … %2</translation>
        </message>
        <message>
            <source>calculate for %1 ms</source>
            <translation>계산: %1 ms</translation>
        </message>
        <message>
            <source>calculate %1 items</source>
            <translation>계산: %1개</translation>
        </message>
        <message>
            <source>thread</source>
            <translation>스레드</translation>
        </message>
        <message>
            <source>process</source>
            <translation>프로세스</translation>
        </message>
        <message>
            <source>task</source>
            <translation>태스크</translation>
        </message>
        <message>
            <source>call %1</source>
            <translation>호출: %1</translation>
        </message>
        <message>
            <source>wait for the end of %1</source>
            <translation>기다리기 (join): %1</translation>
        </message>
        <message>
            <source>end %1 by SIG%2</source>
            <translation>종료시키기: %1 (시그널 SIG%2)</translation>
        </message>
        <message>
            <source>start %1</source>
            <translation>시작: %1</translation>
        </message>
        <message>
            <source>make %1 as %2, not started</source>
            <translation>만들기: %1 (%2, 시작 전)</translation>
        </message>
        <message>
            <source>start %1 as %2</source>
            <translation>시작: %1 (%2)</translation>
        </message>
        <message>
            <source>acquire %1</source>
            <translation>획득: %1</translation>
        </message>
        <message>
            <source>release %1</source>
            <translation>해제: %1</translation>
        </message>
        <message>
            <source>%1 bytes</source>
            <translation>%1바이트</translation>
        </message>
        <message>
            <source>put %1 into %2</source>
            <translation>넣기: %1 → %2</translation>
        </message>
        <message>
            <source>take from %1</source>
            <translation>꺼내기: %1</translation>
        </message>
        <message>
            <source>%1, %2 times</source>
            <translation>%1, %2번</translation>
        </message>
        <message>
            <source>repeat %1 times</source>
            <translation>반복: %1번</translation>
        </message>
        <message>
            <source>for each of %1</source>
            <translation>하나씩 반복: %1</translation>
        </message>
        <message>
            <source>repeat until %1</source>
            <translation>반복, 끝낼 조건: %1</translation>
        </message>
        <message>
            <source>repeat for ever</source>
            <translation>끝없이 반복</translation>
        </message>
        <message>
            <source>acquire %1 (%2)</source>
            <translation>%1 획득 (%2)</translation>
        </message>
        <message>
            <source>set %1 to %2</source>
            <translation>%1 설정: %2</translation>
        </message>
        <message>
            <source>set %1</source>
            <translation>%1 설정</translation>
        </message>
        <message>
            <source>wait for %1</source>
            <translation>%1 기다리기</translation>
        </message>
        <message>
            <source>emit %1 to %2</source>
            <translation>%2에 %1 보내기</translation>
        </message>
        <message>
            <source>serve %1 until %2</source>
            <translation>%2일 때까지 %1 처리하기</translation>
        </message>
        <message>
            <source>serve %1 for ever</source>
            <translation>%1 계속 처리하기</translation>
        </message>
    </context>
    <context>
        <name>threadline::models::StepsModel</name>
        <message>
            <source>%1, running</source>
            <translation>%1, 실행 중</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::AboutDialog</name>
        <message>
            <source>About Threadline</source>
            <translation>Threadline 정보</translation>
        </message>
        <message>
            <source>Threadline runs small programs with real threads and processes and shows what each of them does, moment by moment.</source>
            <translation>Threadline은 작은 프로그램을 진짜 스레드와 프로세스로 실행하고, 각각이 순간순간 무엇을 하는지 보여 줍니다.</translation>
        </message>
        <message>
            <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty. Made with Qt %1.</source>
            <translation>GNU 일반 공중 사용 허가서 3판 또는 그 이후 판을 따르는 자유 소프트웨어이며, 어떤 보증도 하지 않습니다. Qt 버전: %1</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>닫기</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::ClaimList</name>
        <message>
            <source>Holds</source>
            <translation>맞음</translation>
        </message>
        <message>
            <source>Does not hold</source>
            <translation>맞지 않음</translation>
        </message>
        <message>
            <source>Not checked</source>
            <translation>확인 못 함</translation>
        </message>
        <message>
            <source>It says nothing about these values.</source>
            <translation>지금 고른 값에는 해당하지 않습니다.</translation>
        </message>
        <message>
            <source>The run was stopped before its end.</source>
            <translation>실행이 끝나기 전에 중지되었습니다.</translation>
        </message>
        <message>
            <source>Other programs used the processor meanwhile.</source>
            <translation>실행하는 동안 다른 프로그램이 CPU를 썼습니다.</translation>
        </message>
        <message>
            <source>The figure could not be measured in this run.</source>
            <translation>이번 실행에서는 값을 측정하지 못했습니다.</translation>
        </message>
        <message>
            <source>What was checked</source>
            <translation>확인 항목</translation>
        </message>
        <message>
            <source>&amp;Measure again</source>
            <translation>다시 측정(&amp;M)</translation>
        </message>
        <message>
            <source>Run once more, to check what other programs disturbed</source>
            <translation>다른 프로그램 때문에 확인하지 못한 항목을 다시 실행해 확인합니다</translation>
        </message>
        <message>
            <source>expected: %1</source>
            <translation>예상: %1</translation>
        </message>
        <message>
            <source>They used %1 of %2 cores.</source>
            <translation>코어 %2개 중 %1개를 사용했습니다.</translation>
        </message>
        <message>
            <source>It applies only when %1</source>
            <translation>%1일 때만 해당합니다</translation>
        </message>
        <message>
            <source>It needs two cores, and this machine has one.</source>
            <translation>코어가 두 개 필요하지만 이 컴퓨터에는 한 개뿐입니다.</translation>
        </message>
        <message>
            <source>Yours</source>
            <translation>내 결과</translation>
        </message>
        <message>
            <source>Measured in this run</source>
            <translation>이번 실행에서 측정한 값입니다</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>기준 (CPython)</translation>
        </message>
        <message>
            <source>Measured with CPython 3.11 on a machine with two cores</source>
            <translation>코어가 두 개인 컴퓨터에서 CPython 3.11로 측정한 값입니다</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>문서</translation>
        </message>
        <message>
            <source>As the document says</source>
            <translation>문서에 적힌 값입니다</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::ComparisonExport</name>
        <message numerus="yes">
            <source>Timelines of %n run(s) under one another on one time axis.</source>
            <translation>
                <numerusform>실행 %n개의 타임라인을 한 시간축에 위아래로 놓았습니다.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::ComparisonPanel</name>
        <message>
            <source>Only %1 of %2 runs.</source>
            <translation>실행 %2번 중 %1번만 끝났습니다.</translation>
        </message>
        <message>
            <source>Runs of one variant differ by %1 %; smaller differences say nothing.</source>
            <translation>같은 변형의 실행끼리 %1 % 차이가 납니다. 그보다 작은 차이는 의미가 없습니다.</translation>
        </message>
        <message>
            <source>Each ran once: how far the times vary is not known.</source>
            <translation>각각 한 번씩 실행했습니다. 시간이 얼마나 들쭉날쭉한지는 알 수 없습니다.</translation>
        </message>
        <message>
            <source>Other programs used %1 of %2 cores: times are longer than on a quiet machine.</source>
            <translation>다른 프로그램이 코어 %2개 중 %1개를 썼습니다. 조용한 기계에서보다 시간이 깁니다.</translation>
        </message>
        <message>
            <source>Comparison</source>
            <translation>비교</translation>
        </message>
        <message>
            <source>Compared variants</source>
            <translation>비교한 변형</translation>
        </message>
        <message>
            <source>Enter shows the variant in the timeline.</source>
            <translation>Enter를 누르면 그 변형을 타임라인에서 보여 줍니다.</translation>
        </message>
        <message>
            <source>Nothing is compared yet. Run a comparison from the examples, vary a value of the form, or compare two runs.</source>
            <translation>아직 비교한 것이 없습니다. 예제에서 비교를 실행하거나, 양식의 값을 바꿔 가며 실행하거나, 실행 두 개를 비교해 보세요.</translation>
        </message>
        <message>
            <source>Copy as Markdown</source>
            <translation>Markdown으로 복사</translation>
        </message>
        <message>
            <source>Copy as CSV</source>
            <translation>CSV로 복사</translation>
        </message>
        <message>
            <source>Save the table…</source>
            <translation>표 저장…</translation>
        </message>
        <message>
            <source>Save the table as a CSV or Markdown file</source>
            <translation>표를 CSV나 Markdown 파일로 저장합니다</translation>
        </message>
        <message>
            <source>Logarithmic axes</source>
            <translation>로그 축</translation>
        </message>
        <message>
            <source>Equal steps of the axes are equal factors</source>
            <translation>축의 같은 간격이 같은 배수를 뜻합니다</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::DetailsPanel</name>
        <message>
            <source>Held by: %1</source>
            <translation>가지고 있는 레인: %1</translation>
        </message>
        <message>
            <source>Show this place in the timeline</source>
            <translation>타임라인에서 이곳 보기</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>외 %n개</numerusform>
            </translation>
        </message>
        <message>
            <source>Started by: %1</source>
            <translation>시작한 레인: %1</translation>
        </message>
        <message>
            <source>Put by: %1</source>
            <translation>넣은 레인: %1</translation>
        </message>
        <message>
            <source>Emitted by: %1</source>
            <translation>시그널을 보낸 레인 (Qt): %1</translation>
        </message>
        <message>
            <source>Released by: %1</source>
            <translation>해제한 레인: %1</translation>
        </message>
        <message>
            <source>Signal from: %1</source>
            <translation>시그널을 보낸 레인: %1</translation>
        </message>
        <message>
            <source>End of: %1</source>
            <translation>끝난 레인: %1</translation>
        </message>
        <message>
            <source>Starts: %1</source>
            <translation>시작한 대상: %1</translation>
        </message>
        <message>
            <source>Taken by: %1</source>
            <translation>꺼낸 레인: %1</translation>
        </message>
        <message>
            <source>Received by: %1</source>
            <translation>받은 레인: %1</translation>
        </message>
        <message>
            <source>Handed over to: %1</source>
            <translation>넘겨받은 레인: %1</translation>
        </message>
        <message>
            <source>Signal to: %1</source>
            <translation>시그널을 받은 레인: %1</translation>
        </message>
        <message>
            <source>Awaited by: %1</source>
            <translation>기다린 레인: %1</translation>
        </message>
        <message>
            <source>Lane</source>
            <translation>레인</translation>
        </message>
        <message>
            <source>State</source>
            <translation>상태</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>시작</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>길이</translation>
        </message>
        <message>
            <source>Waits for</source>
            <translation>기다리는 대상</translation>
        </message>
        <message>
            <source>Held by</source>
            <translation>가지고 있는 레인</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>설명</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>단계</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>자세히</translation>
        </message>
        <message>
            <source>Details of a span</source>
            <translation>구간 자세히 보기</translation>
        </message>
        <message>
            <source>Click a span in the timeline to see what it waits for and what caused it.</source>
            <translation>타임라인에서 구간을 클릭하면 무엇을 기다리는지, 무엇 때문에 생겼는지 볼 수 있습니다.</translation>
        </message>
        <message>
            <source>Caused by</source>
            <translation>원인</translation>
        </message>
        <message>
            <source>What it caused</source>
            <translation>결과</translation>
        </message>
        <message>
            <source>Show the step</source>
            <translation>단계 보기</translation>
        </message>
        <message>
            <source>Show the step of the scenario that this span belongs to</source>
            <translation>이 구간이 속한 예제의 단계 보기</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::ErrorWords</name>
        <message>
            <source>This value cannot be used: %1</source>
            <translation>쓸 수 없는 값입니다: %1</translation>
        </message>
        <message>
            <source>This file cannot be read: %1</source>
            <translation>읽을 수 없는 파일입니다: %1</translation>
        </message>
        <message>
            <source>The program threadline-host is missing, so nothing can be run. Install Threadline again, or put it beside this program: %1</source>
            <translation>threadline-host 프로그램이 없어 실행할 수 없습니다. Threadline을 다시 설치하거나 이 프로그램 옆에 두십시오: %1</translation>
        </message>
        <message>
            <source>Not found: %1</source>
            <translation>찾을 수 없습니다: %1</translation>
        </message>
        <message>
            <source>This is more than Threadline takes: %1</source>
            <translation>Threadline의 한도를 넘었습니다: %1</translation>
        </message>
        <message>
            <source>The system gave no shared memory for recording; close other programs or raise the limit: %1</source>
            <translation>기록에 쓸 공유 메모리를 얻지 못했습니다. 다른 프로그램을 닫거나 한도를 늘리십시오: %1</translation>
        </message>
        <message>
            <source>The system refused: %1</source>
            <translation>시스템이 거부했습니다: %1</translation>
        </message>
        <message>
            <source>Not in this version: %1</source>
            <translation>이 버전에는 없습니다: %1</translation>
        </message>
        <message>
            <source>A step failed: %1</source>
            <translation>단계가 실패했습니다: %1</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::ExportControl</name>
        <message>
            <source>There is nothing to draw yet. Run something first.</source>
            <translation>그릴 것이 없습니다. 먼저 실행하십시오.</translation>
        </message>
        <message>
            <source>Saved: %1</source>
            <translation>저장했습니다: %1</translation>
        </message>
        <message>
            <source>The picture is on the clipboard.</source>
            <translation>그림을 클립보드에 복사했습니다.</translation>
        </message>
        <message>
            <source>The picture would be too large. Zoom in or hide lanes.</source>
            <translation>그림이 너무 커집니다. 확대하거나 레인을 숨기십시오.</translation>
        </message>
        <message>
            <source>Runs compared</source>
            <translation>실행 비교</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::ExportDialog</name>
        <message>
            <source>The command line is on the clipboard.</source>
            <translation>명령을 클립보드에 복사했습니다.</translation>
        </message>
        <message>
            <source>No lane is chosen. Check at least one.</source>
            <translation>고른 레인이 없습니다. 하나 이상 고르십시오.</translation>
        </message>
        <message>
            <source>Save the picture</source>
            <translation>그림 저장</translation>
        </message>
        <message>
            <source>Pictures (*.png *.svg *.pdf)</source>
            <translation>그림 (*.png *.svg *.pdf)</translation>
        </message>
        <message>
            <source>Replace files</source>
            <translation>파일 바꾸기</translation>
        </message>
        <message>
            <source>These files exist already and would be replaced: %1</source>
            <translation>이미 있는 파일입니다. 저장하면 바뀝니다: %1</translation>
        </message>
        <message>
            <source>&amp;Replace</source>
            <translation>바꾸기(&amp;R)</translation>
        </message>
        <message>
            <source>Writing…</source>
            <translation>저장하는 중…</translation>
        </message>
        <message>
            <source>Saved: %1</source>
            <translation>저장했습니다: %1</translation>
        </message>
        <message>
            <source>The picture would be too large. Choose a smaller width or scale.</source>
            <translation>그림이 너무 큽니다. 너비나 배율을 줄이십시오.</translation>
        </message>
        <message>
            <source>The picture is on the clipboard (%1 × %2 pixels).</source>
            <translation>그림을 클립보드에 복사했습니다 (%1 × %2 픽셀).</translation>
        </message>
        <message>
            <source>The Markdown is on the clipboard. Save the picture as %1 beside it.</source>
            <translation>마크다운을 클립보드에 복사했습니다. 그림은 같은 폴더에 저장하십시오: %1</translation>
        </message>
        <message>
            <source>The Markdown is on the clipboard.</source>
            <translation>마크다운을 클립보드에 복사했습니다.</translation>
        </message>
        <message>
            <source>Export a picture</source>
            <translation>그림 내보내기</translation>
        </message>
        <message>
            <source>Preview of the picture</source>
            <translation>그림 미리 보기</translation>
        </message>
        <message>
            <source>&amp;Command line:</source>
            <translation>명령(&amp;C):</translation>
        </message>
        <message>
            <source>Command line that makes the same picture</source>
            <translation>같은 그림을 만드는 명령</translation>
        </message>
        <message>
            <source>This command line makes the same picture.</source>
            <translation>이 명령으로 같은 그림을 만들 수 있습니다.</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>복사</translation>
        </message>
        <message>
            <source>Copy the command line</source>
            <translation>명령 복사</translation>
        </message>
        <message>
            <source>&amp;Save…</source>
            <translation>저장(&amp;S)…</translation>
        </message>
        <message>
            <source>Write the picture to a file</source>
            <translation>그림을 파일로 저장합니다</translation>
        </message>
        <message>
            <source>Cop&amp;y picture</source>
            <translation>그림 복사(&amp;Y)</translation>
        </message>
        <message>
            <source>Put the picture on the clipboard</source>
            <translation>그림을 클립보드에 복사합니다</translation>
        </message>
        <message>
            <source>Copy as &amp;Markdown</source>
            <translation>마크다운으로 복사(&amp;M)</translation>
        </message>
        <message>
            <source>Put Markdown that shows the picture with its caption on the clipboard</source>
            <translation>그림과 설명을 보여 주는 마크다운을 클립보드에 복사합니다</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>닫기</translation>
        </message>
        <message>
            <source>Close (Esc)</source>
            <translation>닫기 (Esc)</translation>
        </message>
        <message>
            <source>Notice</source>
            <translation>알림</translation>
        </message>
        <message>
            <source>Drawing…</source>
            <translation>그리는 중…</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::ExportLaneList</name>
        <message>
            <source>What the picture shows</source>
            <translation>그림에 보이는 것</translation>
        </message>
        <message>
            <source>What is checked is drawn, in this order. F2 renames, Alt+Up and Alt+Down move.</source>
            <translation>표시한 것을 이 순서로 그립니다. F2로 이름을 바꾸고 Alt+위/아래로 옮깁니다.</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>위로 옮기기</translation>
        </message>
        <message>
            <source>Move up (Alt+Up)</source>
            <translation>위로 옮기기 (Alt+위)</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>아래로 옮기기</translation>
        </message>
        <message>
            <source>Move down (Alt+Down)</source>
            <translation>아래로 옮기기 (Alt+아래)</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::ExportOptionsForm</name>
        <message>
            <source>%1 per pixel</source>
            <translation>픽셀당 %1</translation>
        </message>
        <message>
            <source>Its own</source>
            <translation>이 그림의 축척</translation>
        </message>
        <message>
            <source>A picture with the wanted time scale</source>
            <translation>시간 축척을 가져올 그림</translation>
        </message>
        <message>
            <source>Pictures (*.png *.svg)</source>
            <translation>그림 (*.png *.svg)</translation>
        </message>
        <message>
            <source>This picture has no time scale that could be used: %1</source>
            <translation>쓸 수 있는 시간 축척이 없는 그림입니다: %1</translation>
        </message>
        <message>
            <source>All (%1)</source>
            <translation>전체 (%1)</translation>
        </message>
        <message>
            <source>What is visible (%1)</source>
            <translation>보이는 범위 (%1)</translation>
        </message>
        <message>
            <source>The selection (%1)</source>
            <translation>선택 구간 (%1)</translation>
        </message>
        <message>
            <source>The selection (there is none)</source>
            <translation>선택 구간 (없음)</translation>
        </message>
        <message>
            <source>Blog (720 px, PNG twice as fine)</source>
            <translation>블로그 (720 px, 두 배로 촘촘한 PNG)</translation>
        </message>
        <message>
            <source>Slide (1920 × 1080 px)</source>
            <translation>슬라이드 (1920 × 1080 px)</translation>
        </message>
        <message>
            <source>A4 page (165 mm wide)</source>
            <translation>A4 쪽 (너비 165 mm)</translation>
        </message>
        <message>
            <source>README (a light and a dark one)</source>
            <translation>README (밝은 그림과 어두운 그림)</translation>
        </message>
        <message>
            <source>Free</source>
            <translation>자유</translation>
        </message>
        <message>
            <source>Diagram</source>
            <translation>도해</translation>
        </message>
        <message>
            <source>As on the screen</source>
            <translation>화면 그대로</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>밝게</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>어둡게</translation>
        </message>
        <message>
            <source> px</source>
            <translation> px</translation>
        </message>
        <message>
            <source>&amp;Legend</source>
            <translation>범례(&amp;L)</translation>
        </message>
        <message>
            <source>Like a picture…</source>
            <translation>다른 그림에 맞추기…</translation>
        </message>
        <message>
            <source>&amp;Page:</source>
            <translation>쪽(&amp;P):</translation>
        </message>
        <message>
            <source>F&amp;ormat:</source>
            <translation>형식(&amp;O):</translation>
        </message>
        <message>
            <source>&amp;Width:</source>
            <translation>너비(&amp;W):</translation>
        </message>
        <message>
            <source>Pi&amp;xels:</source>
            <translation>픽셀(&amp;X):</translation>
        </message>
        <message>
            <source>St&amp;yle:</source>
            <translation>모양(&amp;Y):</translation>
        </message>
        <message>
            <source>Back&amp;ground:</source>
            <translation>배경(&amp;G):</translation>
        </message>
        <message>
            <source>&amp;Range:</source>
            <translation>범위(&amp;R):</translation>
        </message>
        <message>
            <source>La&amp;nes:</source>
            <translation>레인(&amp;N):</translation>
        </message>
        <message>
            <source>&amp;Title:</source>
            <translation>제목(&amp;T):</translation>
        </message>
        <message>
            <source>Capt&amp;ion:</source>
            <translation>설명(&amp;I):</translation>
        </message>
        <message>
            <source>&amp;Alternative text:</source>
            <translation>대체 텍스트(&amp;A):</translation>
        </message>
        <message>
            <source>Time scale:</source>
            <translation>시간 축척:</translation>
        </message>
        <message>
            <source>Where the picture will stand: it decides width, text sizes and pixels.</source>
            <translation>그림을 놓을 곳입니다. 너비, 글자 크기, 픽셀 수가 정해집니다.</translation>
        </message>
        <message>
            <source>The ending of the file's name decides as well.</source>
            <translation>파일 이름의 확장자로도 정할 수 있습니다.</translation>
        </message>
        <message>
            <source>Width of the layout</source>
            <translation>배치 너비</translation>
        </message>
        <message>
            <source>Pixels of the file for each pixel of the layout</source>
            <translation>배치 1픽셀에 해당하는 파일의 픽셀 수</translation>
        </message>
        <message>
            <source>Diagram: high rows for print and pages. As on the screen: low rows.</source>
            <translation>도해: 인쇄와 글에 맞는 높은 줄. 화면 그대로: 낮은 줄.</translation>
        </message>
        <message>
            <source>Light or dark background</source>
            <translation>밝은 배경 또는 어두운 배경</translation>
        </message>
        <message>
            <source>The part of the run that is drawn</source>
            <translation>그림에 담을 실행 구간</translation>
        </message>
        <message>
            <source>With or without the legend</source>
            <translation>범례를 넣거나 뺍니다</translation>
        </message>
        <message>
            <source>Title of the picture</source>
            <translation>그림의 제목</translation>
        </message>
        <message>
            <source>What the picture shows, below it</source>
            <translation>그림 아래에 놓일 설명</translation>
        </message>
        <message>
            <source>Description for people who do not see the picture; it stands in the file.</source>
            <translation>그림을 볼 수 없는 사람을 위한 설명입니다. 파일 안에 들어갑니다.</translation>
        </message>
        <message>
            <source>Takes the time scale of a picture that Threadline made, so that both can be compared.</source>
            <translation>Threadline으로 만든 그림의 시간 축척을 그대로 써서 두 그림을 비교할 수 있게 합니다.</translation>
        </message>
        <message>
            <source>Take the time scale of another picture</source>
            <translation>다른 그림의 시간 축척 쓰기</translation>
        </message>
        <message>
            <source>Back to a time scale of its own</source>
            <translation>이 그림의 시간 축척으로 되돌리기</translation>
        </message>
        <message>
            <source>Ru&amp;ns:</source>
            <translation>실행(&amp;N):</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::FileControl</name>
        <message>
            <source>The file was damaged and is shown as far as it could be read: %1</source>
            <translation>파일이 손상되어 읽을 수 있는 데까지 보여 줍니다: %1</translation>
        </message>
        <message>
            <source>Saved: %1</source>
            <translation>저장했습니다: %1</translation>
        </message>
        <message>
            <source>Forget these</source>
            <translation>목록 지우기</translation>
        </message>
        <message>
            <source>Open a trace or a scenario</source>
            <translation>기록 또는 예제 열기</translation>
        </message>
        <message>
            <source>Traces and scenarios (*.json *.csv *.json.gz *.threadline);;All files (*)</source>
            <translation>기록과 예제 (*.json *.csv *.json.gz *.threadline);;모든 파일 (*)</translation>
        </message>
        <message>
            <source>There is no finished run to save. Run something first.</source>
            <translation>저장할 실행이 없습니다. 먼저 실행하십시오.</translation>
        </message>
        <message>
            <source>Save the run</source>
            <translation>실행 기록 저장</translation>
        </message>
        <message>
            <source>Chrome trace (*.json);;Spans as a table (*.csv)</source>
            <translation>Chrome 기록 (*.json);;구간 표 (*.csv)</translation>
        </message>
        <message>
            <source>Stop the run before you open another example.</source>
            <translation>다른 예제를 열기 전에 실행을 중지하십시오.</translation>
        </message>
        <message>
            <source>Save the table</source>
            <translation>표 저장</translation>
        </message>
        <message>
            <source>Raw numbers (*.csv);;Markdown table (*.md)</source>
            <translation>숫자 그대로 (*.csv);;Markdown 표 (*.md)</translation>
        </message>
        <message>
            <source>%1 could not be written: %2</source>
            <translation>쓸 수 없습니다: %1 (%2)</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::FindBar</name>
        <message>
            <source>%1 of the first %2</source>
            <translation>처음 %2곳 중 %1번째</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%2곳 중 %1번째</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>찾은 것이 없습니다</translation>
        </message>
        <message>
            <source>Find in the timeline</source>
            <translation>타임라인에서 찾기</translation>
        </message>
        <message>
            <source>&amp;Find:</source>
            <translation>찾기(&amp;F):</translation>
        </message>
        <message>
            <source>Lanes, labels and prints</source>
            <translation>레인, 이름표, 출력</translation>
        </message>
        <message>
            <source>Find in lanes, labels and prints</source>
            <translation>레인, 이름표, 출력에서 찾기</translation>
        </message>
        <message>
            <source>The place before</source>
            <translation>이전 위치</translation>
        </message>
        <message>
            <source>The place before (Shift+Enter)</source>
            <translation>이전 위치 (Shift+Enter)</translation>
        </message>
        <message>
            <source>The next place</source>
            <translation>다음 위치</translation>
        </message>
        <message>
            <source>The next place (Enter)</source>
            <translation>다음 위치 (Enter)</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>닫기</translation>
        </message>
        <message>
            <source>Close and take the marks away (Esc)</source>
            <translation>닫고 표시를 지웁니다 (Esc)</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::FirstRunPage</name>
        <message>
            <source>Examples of five documents, in the order of their text</source>
            <translation>다섯 문서의 예제를 글 순서대로 봅니다</translation>
        </message>
        <message>
            <source>The same work as threads, tasks and processes on one axis</source>
            <translation>같은 일을 스레드, 태스크, 프로세스로 실행해 한 축에서 비교합니다</translation>
        </message>
        <message>
            <source>Open an example or a recorded run</source>
            <translation>예제나 기록한 실행을 엽니다</translation>
        </message>
        <message>
            <source>Choose a guess, then press Enter</source>
            <translation>예상을 고르고 Enter를 누르십시오</translation>
        </message>
        <message>
            <source>&amp;Learn from examples</source>
            <translation>예제 배우기(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Compare</source>
            <translation>비교하기(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Open a file</source>
            <translation>파일 열기(&amp;O)</translation>
        </message>
        <message>
            <source>Other programs are using the processor (%1 cores), so a fair comparison is difficult now. You can run it all the same.</source>
            <translation>지금 다른 프로그램이 CPU를 쓰고 있어 정확한 비교가 어렵습니다 (%1코어). 그래도 실행할 수 있습니다.</translation>
        </message>
        <message>
            <source>Recording a program of your own comes in a later version</source>
            <translation>내 프로그램 기록은 다음 버전에서 지원합니다</translation>
        </message>
        <message>
            <source>Record m&amp;y program</source>
            <translation>내 프로그램 기록하기(&amp;Y)</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::GalleryControl</name>
        <message>
            <source>Stop the run before you choose another example.</source>
            <translation>다른 예제를 고르려면 먼저 실행을 중지하십시오.</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::GalleryPanel</name>
        <message>
            <source>There is no example here yet.</source>
            <translation>아직 예제가 없습니다.</translation>
        </message>
        <message>
            <source>No example matches "%1". Try another word, or clear the search.</source>
            <translation>찾는 말에 맞는 예제가 없습니다: "%1". 다른 말로 찾거나 검색어를 지워 보십시오.</translation>
        </message>
        <message>
            <source>&amp;Open</source>
            <translation>열기(&amp;O)</translation>
        </message>
        <message>
            <source>Re&amp;name…</source>
            <translation>이름 바꾸기(&amp;N)…</translation>
        </message>
        <message>
            <source>&amp;Delete…</source>
            <translation>삭제(&amp;D)…</translation>
        </message>
        <message>
            <source>&amp;Show in folder</source>
            <translation>폴더에서 보기(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Import an example…</source>
            <translation>예제 가져오기(&amp;I)…</translation>
        </message>
        <message>
            <source>Search examples</source>
            <translation>예제 찾기</translation>
        </message>
        <message>
            <source>By topic</source>
            <translation>주제별</translation>
        </message>
        <message>
            <source>By document</source>
            <translation>문서별</translation>
        </message>
        <message>
            <source>Order of the examples</source>
            <translation>예제 순서</translation>
        </message>
        <message>
            <source>By topic, or in the order of the documents' text</source>
            <translation>주제별 또는 문서의 글 순서대로 봅니다</translation>
        </message>
        <message>
            <source>Examples</source>
            <translation>예제</translation>
        </message>
        <message>
            <source>Words, names such as ThreadPoolExecutor, or initial consonants (Ctrl+G)</source>
            <translation>낱말, ThreadPoolExecutor 같은 이름, 초성으로 찾습니다 (Ctrl+G)</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::LaneMenu</name>
        <message>
            <source>&amp;Hide</source>
            <translation>숨기기(&amp;H)</translation>
        </message>
        <message>
            <source>Un&amp;pin</source>
            <translation>고정 해제(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Pin to top</source>
            <translation>맨 위에 고정(&amp;P)</translation>
        </message>
        <message>
            <source>Move &amp;up</source>
            <translation>위로 옮기기(&amp;U)</translation>
        </message>
        <message>
            <source>Move &amp;down</source>
            <translation>아래로 옮기기(&amp;D)</translation>
        </message>
        <message>
            <source>Un&amp;fold process</source>
            <translation>프로세스 펼치기(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Fold process</source>
            <translation>프로세스 접기(&amp;F)</translation>
        </message>
        <message>
            <source>Show &amp;all lanes</source>
            <translation>모든 레인 보기(&amp;A)</translation>
        </message>
        <message>
            <source>A&amp;rrows</source>
            <translation>화살표(&amp;R)</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::LegendPanel</name>
        <message>
            <source>Work</source>
            <translation>실행</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>준비</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>대기</translation>
        </message>
        <message>
            <source>Rest</source>
            <translation>쉼</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>알 수 없음</translation>
        </message>
        <message>
            <source>State</source>
            <translation>상태</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>비율</translation>
        </message>
        <message>
            <source>Legend: shares of the states in sight</source>
            <translation>범례: 보이는 범위의 상태별 비율</translation>
        </message>
        <message>
            <source>Click a state to take it out of the picture or to bring it back.</source>
            <translation>상태를 클릭하면 그림에서 빼거나 다시 보여 줍니다.</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::LessonPanel</name>
        <message>
            <source>The same work is really run in C++. The GIL is a real lock that follows the rules of CPython 3.11.</source>
            <translation>C++로 같은 일을 실제로 실행합니다. GIL은 CPython 3.11의 규칙을 따르는 진짜 락입니다.</translation>
        </message>
        <message>
            <source>This example has no lesson.</source>
            <translation>이 예제에는 해설이 없습니다.</translation>
        </message>
        <message>
            <source>Open an example to read about it here.</source>
            <translation>예제를 열면 여기에 해설이 나옵니다.</translation>
        </message>
        <message>
            <source>Show the step that this speaks of</source>
            <translation>이 문단이 설명하는 단계를 보여 줍니다</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::MainWindow</name>
        <message>
            <source>Recording other programs comes in a later version.</source>
            <translation>다른 프로그램 기록은 다음 버전에 들어갑니다.</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>진행</translation>
        </message>
        <message>
            <source>Commands</source>
            <translation>명령</translation>
        </message>
        <message>
            <source>No command has these words.</source>
            <translation>이 낱말이 든 명령이 없습니다.</translation>
        </message>
        <message>
            <source>Lanes</source>
            <translation>레인</translation>
        </message>
        <message>
            <source>No lane has these words.</source>
            <translation>이 낱말이 든 레인이 없습니다.</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::NoticeBar</name>
        <message>
            <source>Close this notice (Esc)</source>
            <translation>이 알림 닫기 (Esc)</translation>
        </message>
        <message>
            <source>Close this notice</source>
            <translation>이 알림 닫기</translation>
        </message>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n개 더</numerusform>
            </translation>
        </message>
        <message>
            <source>Notices</source>
            <translation>알림</translation>
        </message>
        <message>
            <source>Notice</source>
            <translation>알림</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>주의</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>오류</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::OutputPanel</name>
        <message>
            <source>What a run prints appears here.</source>
            <translation>실행하면서 출력한 내용이 여기에 나옵니다.</translation>
        </message>
        <message>
            <source>No line has "%1" in it.</source>
            <translation>찾는 말이 들어 있는 줄이 없습니다: "%1"</translation>
        </message>
        <message>
            <source>Filter lines</source>
            <translation>줄 거르기</translation>
        </message>
        <message>
            <source>Shows only lines with this text</source>
            <translation>이 글이 들어 있는 줄만 보여 줍니다</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>복사</translation>
        </message>
        <message>
            <source>Copies the chosen lines, or all that are shown (Ctrl+C)</source>
            <translation>고른 줄을, 없으면 보이는 줄을 모두 복사합니다 (Ctrl+C)</translation>
        </message>
        <message>
            <source>Output of the run</source>
            <translation>실행 출력</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::OverviewBar</name>
        <message>
            <source>Overview</source>
            <translation>전체 흐름</translation>
        </message>
        <message>
            <source>The whole run. Drag the frame to move the visible part; double-click to show everything.</source>
            <translation>실행 전체입니다. 틀을 끌면 보이는 부분이 움직이고, 두 번 클릭하면 전체를 보여 줍니다.</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::OwnScenarios</name>
        <message>
            <source>The example could not be written to %1: %2</source>
            <translation>예제를 %1에 쓸 수 없습니다: %2</translation>
        </message>
        <message>
            <source>Import an example</source>
            <translation>예제 가져오기</translation>
        </message>
        <message>
            <source>Examples (*.threadline *.json);;All files (*)</source>
            <translation>예제 (*.threadline *.json);;모든 파일 (*)</translation>
        </message>
        <message>
            <source>There is an example with the id "%1" already. Give the file another "id" and import it again.</source>
            <translation>id가 "%1"인 예제가 이미 있습니다. 파일의 "id"를 바꾸고 다시 가져오십시오.</translation>
        </message>
        <message>
            <source>There is a file of this name already. Rename yours and import it again: %1</source>
            <translation>같은 이름의 파일이 이미 있습니다. 파일 이름을 바꾸고 다시 가져오십시오: %1</translation>
        </message>
        <message>
            <source>Rename the example</source>
            <translation>예제 이름 바꾸기</translation>
        </message>
        <message>
            <source>Its name in the list of examples:</source>
            <translation>예제 목록에 보일 이름:</translation>
        </message>
        <message>
            <source>The example could not be renamed. Change "title" in its file: %1</source>
            <translation>예제 이름을 바꿀 수 없습니다. 파일에서 "title"을 고치십시오: %1</translation>
        </message>
        <message>
            <source>Delete the example</source>
            <translation>예제 지우기</translation>
        </message>
        <message>
            <source>Move "%1" to the wastebasket?</source>
            <translation>"%1"을(를) 휴지통으로 옮길까요?</translation>
        </message>
        <message>
            <source>&amp;Delete</source>
            <translation>지우기(&amp;D)</translation>
        </message>
        <message>
            <source>The file could not be moved to the wastebasket. Delete it in its folder: %1</source>
            <translation>파일을 휴지통으로 옮길 수 없습니다. 폴더에서 직접 지우십시오: %1</translation>
        </message>
        <message>
            <source>It is in the folder %1</source>
            <translation>이 폴더에 있습니다: %1</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::OwnTextField</name>
        <message>
            <source>Back to the picture's own words</source>
            <translation>그림의 원래 문구로 되돌리기</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::ParameterField</name>
        <message>
            <source>Vary this: run it with several values, one after the other</source>
            <translation>값 바꿔 보기: 여러 값으로 차례차례 실행합니다</translation>
        </message>
        <message>
            <source>Vary %1…</source>
            <translation>값 바꿔 보기: %1…</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::ParameterPanel</name>
        <message>
            <source>This version cannot run this choice yet.</source>
            <translation>이 버전에서는 아직 실행할 수 없는 항목입니다.</translation>
        </message>
        <message>
            <source>This version cannot run these values yet.</source>
            <translation>이 버전에서는 아직 이 값으로 실행할 수 없습니다.</translation>
        </message>
        <message>
            <source>These values cannot be run: %1</source>
            <translation>이 값으로는 실행할 수 없습니다: %1</translation>
        </message>
        <message>
            <source>&amp;Values</source>
            <translation>값 묶음(&amp;V)</translation>
        </message>
        <message>
            <source>Set of values</source>
            <translation>값 묶음</translation>
        </message>
        <message>
            <source>Sets of values that this example comes with</source>
            <translation>이 예제에 딸린 값 묶음입니다</translation>
        </message>
        <message>
            <source>Your own values</source>
            <translation>직접 정한 값</translation>
        </message>
        <message>
            <source>&amp;Reset</source>
            <translation>되돌리기(&amp;R)</translation>
        </message>
        <message>
            <source>Back to the values that the example starts with</source>
            <translation>예제의 처음 값으로 되돌립니다</translation>
        </message>
        <message>
            <source>&amp;Time limit</source>
            <translation>시간 제한(&amp;T)</translation>
        </message>
        <message>
            <source>s</source>
            <translation>초</translation>
        </message>
        <message>
            <source>none</source>
            <translation>없음</translation>
        </message>
        <message>
            <source>Time limit in seconds</source>
            <translation>시간 제한 (초)</translation>
        </message>
        <message>
            <source>The run is stopped after this time</source>
            <translation>이 시간이 지나면 실행을 중지합니다</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::ParameterWords</name>
        <message>
            <source>One after the other</source>
            <translation>차례로</translation>
        </message>
        <message>
            <source>Threads</source>
            <translation>스레드</translation>
        </message>
        <message>
            <source>Tasks</source>
            <translation>태스크</translation>
        </message>
        <message>
            <source>Processes</source>
            <translation>프로세스</translation>
        </message>
        <message>
            <source>Fork</source>
            <translation>포크</translation>
        </message>
        <message>
            <source>Spawn (start afresh)</source>
            <translation>스폰 (새로 시작)</translation>
        </message>
        <message>
            <source>Fork server</source>
            <translation>포크 서버</translation>
        </message>
        <message>
            <source>Checking again and again (busy wait)</source>
            <translation>반복 확인 (바쁜 대기)</translation>
        </message>
        <message>
            <source>Waiting until there is something</source>
            <translation>들어올 때까지 대기</translation>
        </message>
        <message>
            <source>Plain statement</source>
            <translation>한 문장으로</translation>
        </message>
        <message>
            <source>With a function call in between</source>
            <translation>중간에 함수 호출</translation>
        </message>
        <message>
            <source>Switched at every operation</source>
            <translation>연산마다 전환</translation>
        </message>
        <message>
            <source>Quick</source>
            <translation>빠르게</translation>
        </message>
        <message>
            <source>As in the document</source>
            <translation>문서의 값</translation>
        </message>
        <message>
            <source>Slowly, step by step</source>
            <translation>한 단계씩 천천히</translation>
        </message>
        <message>
            <source>For a figure</source>
            <translation>그림용</translation>
        </message>
        <message>
            <source>bytes</source>
            <translation>바이트</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::PictureSaving</name>
        <message>
            <source>The picture would be too large. Choose a smaller width or scale.</source>
            <translation>그림이 너무 큽니다. 너비나 배율을 줄이십시오.</translation>
        </message>
        <message>
            <source>The name of a picture ends in .png, .svg or .pdf.</source>
            <translation>그림 파일 이름은 .png, .svg, .pdf 가운데 하나로 끝나야 합니다.</translation>
        </message>
        <message>
            <source>The picture could not be written: %1</source>
            <translation>그림을 저장하지 못했습니다: %1</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::PredictCard</name>
        <message>
            <source>Run and see</source>
            <translation>실행해 보기</translation>
        </message>
        <message>
            <source>Make a guess first; Enter runs</source>
            <translation>먼저 예상을 고르십시오. Enter를 누르면 실행합니다</translation>
        </message>
        <message>
            <source>The answer: %1</source>
            <translation>정답: %1</translation>
        </message>
        <message>
            <source>You guessed right: %1</source>
            <translation>예상이 맞았습니다: %1</translation>
        </message>
        <message>
            <source>It came out otherwise: %1</source>
            <translation>예상과 다릅니다: %1</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::RunControl</name>
        <message>
            <source>A run is still going on.</source>
            <translation>아직 실행 중입니다.</translation>
        </message>
        <message>
            <source>Stop it and run again</source>
            <translation>중지하고 다시 실행</translation>
        </message>
        <message>
            <source>These values make no sense together; the form says why.</source>
            <translation>함께 쓸 수 없는 값입니다. 이유는 값 칸에 있습니다.</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>중지하는 중…</translation>
        </message>
        <message>
            <source>Choose two runs to compare them.</source>
            <translation>비교할 실행 두 개를 고르십시오.</translation>
        </message>
        <message>
            <source>Two threads under one GIL hand it over every 5 ms.</source>
            <translation>GIL 하나를 함께 쓰는 두 스레드는 5 ms마다 GIL을 넘겨줍니다.</translation>
        </message>
        <message>
            <source>Zoom in on that</source>
            <translation>확대해 보기</translation>
        </message>
        <message>
            <source>Runs one after the other: %1</source>
            <translation>차례로 실행합니다: %1</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>variant: its time</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>There is no number to vary here. Choose an example that has one among its values.</source>
            <translation>여기에는 바꿔 볼 숫자가 없습니다. 값 가운데 숫자가 있는 예제를 고르세요.</translation>
        </message>
        <message>
            <source>A run is still going on. Stop it, then vary the value.</source>
            <translation>아직 실행 중입니다. 멈춘 다음 값을 바꿔 보세요.</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::RunTitles</name>
        <message>
            <source>on</source>
            <translation>켬</translation>
        </message>
        <message>
            <source>off</source>
            <translation>끔</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::RunsPanel</name>
        <message>
            <source>Runs</source>
            <translation>실행 목록</translation>
        </message>
        <message>
            <source>Runs since the start</source>
            <translation>프로그램을 시작한 뒤의 실행</translation>
        </message>
        <message>
            <source>The newest run comes first. Enter shows the selected run.</source>
            <translation>가장 최근 실행이 맨 위에 있습니다. Enter 키를 누르면 선택한 실행을 봅니다.</translation>
        </message>
        <message>
            <source>No runs yet. Each run will be listed here, so that you can compare it with others.</source>
            <translation>아직 실행이 없습니다. 실행할 때마다 여기에 추가되며, 다른 실행과 비교할 수 있습니다.</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>보기</translation>
        </message>
        <message>
            <source>Show this run in the timeline</source>
            <translation>이 실행을 타임라인에서 보기</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>비교</translation>
        </message>
        <message>
            <source>Show two selected runs under one another on one time axis</source>
            <translation>선택한 두 실행을 한 시간축에 위아래로 놓고 보기</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>보관</translation>
        </message>
        <message>
            <source>Keep the run when many others follow</source>
            <translation>다른 실행이 많아져도 이 실행을 보관</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>이름 바꾸기</translation>
        </message>
        <message>
            <source>Give the run another name</source>
            <translation>실행의 이름 바꾸기</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>저장…</translation>
        </message>
        <message>
            <source>Save the run as a file</source>
            <translation>실행을 파일로 저장</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>삭제</translation>
        </message>
        <message>
            <source>Take the run from the list</source>
            <translation>실행을 목록에서 삭제</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::SettingsDialog</name>
        <message>
            <source>Settings</source>
            <translation>설정</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>언어(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Theme</source>
            <translation>테마(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;Font size</source>
            <translation>글자 크기(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Runs in the list</source>
            <translation>목록에 두는 실행 수(&amp;R)</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>시스템과 같게</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>밝게</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>어둡게</translation>
        </message>
        <message>
            <source>The mouse &amp;wheel zooms</source>
            <translation>마우스 휠로 확대·축소(&amp;W)</translation>
        </message>
        <message>
            <source>Otherwise the wheel scrolls, and zooms while Ctrl is held.</source>
            <translation>끄면 휠로 스크롤하고, Ctrl 키를 누른 채 돌리면 확대·축소합니다.</translation>
        </message>
        <message>
            <source>Less &amp;motion</source>
            <translation>움직임 줄이기(&amp;M)</translation>
        </message>
        <message>
            <source>The picture jumps to its place instead of gliding there.</source>
            <translation>그림이 미끄러지지 않고 바로 제자리로 옮겨 갑니다.</translation>
        </message>
        <message>
            <source>Size of all texts of the window, compared with the system's</source>
            <translation>시스템 글자 크기에 견준 창의 글자 크기</translation>
        </message>
        <message>
            <source>The oldest run goes when there are more, unless it is kept.</source>
            <translation>더 많아지면 보관하지 않은 가장 오래된 실행이 사라집니다.</translation>
        </message>
        <message>
            <source>Reset the &amp;panels</source>
            <translation>패널 배치 되돌리기(&amp;P)</translation>
        </message>
        <message>
            <source>Put all panels back to where they were at first</source>
            <translation>모든 패널을 처음 자리로 되돌리기</translation>
        </message>
        <message>
            <source>&amp;Clear recent files</source>
            <translation>최근 파일 지우기(&amp;C)</translation>
        </message>
        <message>
            <source>Empty the list of recent files; the files stay</source>
            <translation>최근 파일 목록만 비우며, 파일은 그대로 둡니다</translation>
        </message>
        <message>
            <source>Restore &amp;defaults</source>
            <translation>기본값으로 되돌리기(&amp;D)</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>닫기</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>언어</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>테마</translation>
        </message>
        <message>
            <source>Font size in per cent</source>
            <translation>글자 크기 (%)</translation>
        </message>
        <message>
            <source>Runs in the list</source>
            <translation>목록에 두는 실행 수</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::ShortcutSheet</name>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>단축키</translation>
        </message>
        <message>
            <source>Search for an action or a key</source>
            <translation>동작이나 키 검색</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>검색</translation>
        </message>
        <message>
            <source>Action</source>
            <translation>동작</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>키</translation>
        </message>
        <message>
            <source>Actions and their keys</source>
            <translation>동작과 단축키</translation>
        </message>
        <message>
            <source>No action has these words or this key.</source>
            <translation>이 낱말이나 키가 있는 동작이 없습니다.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>닫기</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::StatisticsPanel</name>
        <message>
            <source>The first %1 of %2 spans are listed. Zoom in to see the others.</source>
            <translation>구간 %2개 중 처음 %1개만 실었습니다. 확대하면 나머지도 볼 수 있습니다.</translation>
        </message>
        <message>
            <source>Statistics</source>
            <translation>통계</translation>
        </message>
        <message>
            <source>States</source>
            <translation>상태</translation>
        </message>
        <message>
            <source>Spans</source>
            <translation>구간</translation>
        </message>
        <message>
            <source>Counters</source>
            <translation>값 그래프</translation>
        </message>
        <message>
            <source>How long each lane was in each state, in the visible range</source>
            <translation>보이는 범위에서 각 레인이 각 상태에 머문 시간</translation>
        </message>
        <message>
            <source>Every span of the visible range</source>
            <translation>보이는 범위의 모든 구간</translation>
        </message>
        <message>
            <source>How full queues are and what variables are worth, in the visible range</source>
            <translation>보이는 범위에서 큐에 쌓인 양과 변수의 값</translation>
        </message>
        <message>
            <source>States by lane</source>
            <translation>레인별 상태</translation>
        </message>
        <message>
            <source>Enter shows the lane in the timeline.</source>
            <translation>Enter 키를 누르면 타임라인에서 레인을 봅니다.</translation>
        </message>
        <message>
            <source>Enter shows the span in the timeline.</source>
            <translation>Enter 키를 누르면 타임라인에서 구간을 봅니다.</translation>
        </message>
        <message>
            <source>Copy as Markdown</source>
            <translation>Markdown으로 복사</translation>
        </message>
        <message>
            <source>Copy as CSV</source>
            <translation>CSV로 복사</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::StepsPanel</name>
        <message>
            <source>Steps of the example</source>
            <translation>예제의 단계</translation>
        </message>
        <message>
            <source>Open an example to see its steps here.</source>
            <translation>예제를 열면 여기에 단계가 나옵니다.</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::TimelineCanvas</name>
        <message>
            <source>Run an example: its processes and threads appear here while they work.</source>
            <translation>예제를 실행하면 프로세스와 스레드가 움직이는 모습이 여기에 나타납니다.</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::TimelineInput</name>
        <message>
            <source>Click to fold the process into one row or to unfold it.</source>
            <translation>클릭하면 프로세스를 한 줄로 접거나 다시 펼칩니다.</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::TimelineKeys</name>
        <message>
            <source>Timeline: keys</source>
            <translation>타임라인: 키</translation>
        </message>
        <message>
            <source>Timeline: mouse</source>
            <translation>타임라인: 마우스</translation>
        </message>
        <message>
            <source>Wheel</source>
            <translation>휠</translation>
        </message>
        <message>
            <source>Ctrl+wheel, pinch</source>
            <translation>Ctrl+휠, 두 손가락</translation>
        </message>
        <message>
            <source>Zoom in or out</source>
            <translation>확대, 축소</translation>
        </message>
        <message>
            <source>Earlier or later</source>
            <translation>앞 시간, 뒤 시간</translation>
        </message>
        <message>
            <source>Scroll the lanes</source>
            <translation>레인 스크롤</translation>
        </message>
        <message>
            <source>First or last lane</source>
            <translation>첫 레인, 마지막 레인</translation>
        </message>
        <message>
            <source>Show everything</source>
            <translation>전체 보기</translation>
        </message>
        <message>
            <source>Zoom to the selection</source>
            <translation>선택 구간 확대</translation>
        </message>
        <message>
            <source>Next or previous span of the lane</source>
            <translation>레인의 다음, 이전 구간</translation>
        </message>
        <message>
            <source>Lane above or below</source>
            <translation>위, 아래 레인</translation>
        </message>
        <message>
            <source>Who woke this span, or whom it wakes</source>
            <translation>이 구간을 깨운 곳, 이 구간이 깨우는 곳</translation>
        </message>
        <message>
            <source>Longer or shorter selection</source>
            <translation>선택 늘리기, 줄이기</translation>
        </message>
        <message>
            <source>Range before or after</source>
            <translation>이전 범위, 다음 범위</translation>
        </message>
        <message>
            <source>Mark</source>
            <translation>표시 남기기</translation>
        </message>
        <message>
            <source>Brace</source>
            <translation>묶음 표시</translation>
        </message>
        <message>
            <source>Take marks away</source>
            <translation>표시 지우기</translation>
        </message>
        <message>
            <source>Pin the lane</source>
            <translation>레인 고정</translation>
        </message>
        <message>
            <source>Find</source>
            <translation>찾기</translation>
        </message>
        <message>
            <source>Low rows</source>
            <translation>낮은 행</translation>
        </message>
        <message>
            <source>Grid</source>
            <translation>격자</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>이름표</translation>
        </message>
        <message>
            <source>Tool tips</source>
            <translation>도움말 풍선</translation>
        </message>
        <message>
            <source>Panels below, away or back</source>
            <translation>아래 패널 숨기기, 보이기</translation>
        </message>
        <message>
            <source>Select nothing</source>
            <translation>선택 해제</translation>
        </message>
        <message>
            <source>Zoom about the pointer</source>
            <translation>포인터를 중심으로 확대</translation>
        </message>
        <message>
            <source>Right bar</source>
            <translation>오른쪽 막대</translation>
        </message>
        <message>
            <source>Shift+wheel, Shift+drag, middle button</source>
            <translation>Shift+휠, Shift+끌기, 가운데 단추</translation>
        </message>
        <message>
            <source>Select a range</source>
            <translation>구간 선택</translation>
        </message>
        <message>
            <source>Drag; Shift+click makes it longer</source>
            <translation>끌기. Shift+클릭으로 늘립니다</translation>
        </message>
        <message>
            <source>Zoom to a range</source>
            <translation>구간 확대</translation>
        </message>
        <message>
            <source>Ctrl+drag</source>
            <translation>Ctrl+끌기</translation>
        </message>
        <message>
            <source>Select a span</source>
            <translation>구간 고르기</translation>
        </message>
        <message>
            <source>Click</source>
            <translation>클릭</translation>
        </message>
        <message>
            <source>Zoom to a span</source>
            <translation>고른 구간 확대</translation>
        </message>
        <message>
            <source>Double-click</source>
            <translation>두 번 클릭</translation>
        </message>
        <message>
            <source>Double-click on the ruler</source>
            <translation>눈금자를 두 번 클릭</translation>
        </message>
        <message>
            <source>Fold a process</source>
            <translation>프로세스 접기</translation>
        </message>
        <message>
            <source>Click on its name</source>
            <translation>이름 클릭</translation>
        </message>
        <message>
            <source>Hide, pin and move a lane</source>
            <translation>레인 숨기기, 고정, 옮기기</translation>
        </message>
        <message>
            <source>Right button</source>
            <translation>오른쪽 단추</translation>
        </message>
        <message>
            <source>Wheel: zoom · drag: select a range · 0: show everything · ?: all keys</source>
            <translation>휠: 확대 · 끌기: 구간 선택 · 0: 전체 보기 · ?: 모든 키</translation>
        </message>
        <message>
            <source>Ctrl+wheel: zoom · drag: select a range · 0: show everything · ?: all keys</source>
            <translation>Ctrl+휠: 확대 · 끌기: 구간 선택 · 0: 전체 보기 · ?: 모든 키</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::TimelineRuler</name>
        <message>
            <source>Time axis</source>
            <translation>시간 축</translation>
        </message>
        <message>
            <source>Double-click to show everything.</source>
            <translation>두 번 클릭하면 전체를 보여 줍니다.</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::TimelineView</name>
        <message>
            <source>Fit</source>
            <translation>전체 보기</translation>
        </message>
        <message>
            <source>Shows everything (0 or Home).</source>
            <translation>모두 보여 줍니다 (0 또는 Home).</translation>
        </message>
        <message>
            <source>Follow</source>
            <translation>따라가기</translation>
        </message>
        <message>
            <source>Keeps the newest time in sight while a run goes on.</source>
            <translation>실행하는 동안 가장 최근 시간이 계속 보이게 합니다.</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>일시 정지</translation>
        </message>
        <message>
            <source>Holds the picture still. The run goes on, and nothing of it is lost.</source>
            <translation>그림을 멈춥니다. 실행은 계속되며 기록은 빠지지 않습니다.</translation>
        </message>
        <message>
            <source>Scroll the lanes</source>
            <translation>레인 스크롤</translation>
        </message>
        <message>
            <source>In sight: %1</source>
            <translation>보이는 범위: %1</translation>
        </message>
        <message>
            <source>Selected: %1</source>
            <translation>선택한 범위: %1</translation>
        </message>
        <message>
            <source>Selected: %1 — %2</source>
            <translation>선택한 범위: %1 — %2</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>타임라인</translation>
        </message>
        <message>
            <source>Arrow keys go from one span to the next, W and S zoom, A and D move, 0 shows everything.</source>
            <translation>화살표 키로 구간을 옮겨 다니고, W와 S로 확대·축소하며, A와 D로 이동하고, 0으로 전체를 봅니다.</translation>
        </message>
        <message>
            <source>Timeline: %1</source>
            <translation>타임라인: %1</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::VaryDialog</name>
        <message>
            <source>%1 variants, %2 rounds: %3 runs, one after the other</source>
            <translation>변형 %1개, %2회 반복: 차례차례 %3번 실행</translation>
        </message>
        <message>
            <source>Vary a value</source>
            <translation>값 바꿔 보기</translation>
        </message>
        <message>
            <source>&amp;Value to vary:</source>
            <translation>바꿀 값(&amp;V):</translation>
        </message>
        <message>
            <source>&amp;It takes:</source>
            <translation>값들(&amp;I):</translation>
        </message>
        <message>
            <source>&amp;And with it:</source>
            <translation>함께 바꿀 값(&amp;A):</translation>
        </message>
        <message>
            <source>T&amp;his takes:</source>
            <translation>그 값들(&amp;H):</translation>
        </message>
        <message>
            <source>R&amp;ounds:</source>
            <translation>반복 횟수(&amp;O):</translation>
        </message>
        <message>
            <source>Values with commas (1, 2, 4) or a range: 1..8 takes every number, 10..50+10 goes in steps, 1..64*2 doubles. All else stays as in the form.</source>
            <translation>쉼표로 나눈 값(1, 2, 4)이나 범위: 1..8은 모든 수, 10..50+10은 10씩, 1..64*2는 두 배씩입니다. 나머지는 양식의 값 그대로입니다.</translation>
        </message>
        <message>
            <source>&amp;Run</source>
            <translation>실행(&amp;R)</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>취소</translation>
        </message>
        <message>
            <source>nothing else</source>
            <translation>없음</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::VerdictCard</name>
        <message>
            <source>What follows</source>
            <translation>결론</translation>
        </message>
        <message>
            <source>What follows (sure)</source>
            <translation>결론 (확실)</translation>
        </message>
        <message>
            <source>What follows (fairly sure)</source>
            <translation>결론 (꽤 확실)</translation>
        </message>
        <message>
            <source>What follows (not sure)</source>
            <translation>결론 (불확실)</translation>
        </message>
        <message>
            <source>Each number shows its place on the timeline.</source>
            <translation>숫자를 누르면 타임라인에서 그 자리를 보여 줍니다.</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::WindowActions</name>
        <message>
            <source>&amp;Open…</source>
            <translation>열기(&amp;O)…</translation>
        </message>
        <message>
            <source>Open a saved trace or a scenario of your own</source>
            <translation>저장한 기록이나 직접 만든 예제를 엽니다</translation>
        </message>
        <message>
            <source>&amp;Import a scenario…</source>
            <translation>예제 가져오기(&amp;I)…</translation>
        </message>
        <message>
            <source>Copy a scenario file into your own scenarios</source>
            <translation>예제 파일을 내 예제로 복사합니다</translation>
        </message>
        <message>
            <source>&amp;Save the run as…</source>
            <translation>실행 기록 저장(&amp;S)…</translation>
        </message>
        <message>
            <source>Save what was recorded as a trace</source>
            <translation>기록한 내용을 파일로 저장합니다</translation>
        </message>
        <message>
            <source>&amp;Export a picture…</source>
            <translation>그림 내보내기(&amp;E)…</translation>
        </message>
        <message>
            <source>Make a picture for a page, a slide or a paper</source>
            <translation>글, 슬라이드, 논문에 넣을 그림을 만듭니다</translation>
        </message>
        <message>
            <source>&amp;Copy the picture</source>
            <translation>그림 복사(&amp;C)</translation>
        </message>
        <message>
            <source>Put the picture of what is shown on the clipboard</source>
            <translation>지금 보이는 내용의 그림을 클립보드에 복사합니다</translation>
        </message>
        <message>
            <source>Copy the &amp;window</source>
            <translation>창 화면 복사(&amp;W)</translation>
        </message>
        <message>
            <source>Put a screenshot of this window on the clipboard</source>
            <translation>이 창의 화면을 클립보드에 복사합니다</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>끝내기(&amp;Q)</translation>
        </message>
        <message>
            <source>Stop what runs and close the window</source>
            <translation>실행을 중지하고 창을 닫습니다</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>실행 취소(&amp;U)</translation>
        </message>
        <message>
            <source>Take back the last change of a value</source>
            <translation>마지막으로 바꾼 값을 되돌립니다</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>다시 실행(&amp;R)</translation>
        </message>
        <message>
            <source>Make the change again</source>
            <translation>되돌린 값을 다시 적용합니다</translation>
        </message>
        <message>
            <source>&amp;Find…</source>
            <translation>찾기(&amp;F)…</translation>
        </message>
        <message>
            <source>Find &amp;next</source>
            <translation>다음 찾기(&amp;N)</translation>
        </message>
        <message>
            <source>Go to the next hit</source>
            <translation>다음 찾은 곳으로 갑니다</translation>
        </message>
        <message>
            <source>Find &amp;previous</source>
            <translation>이전 찾기(&amp;P)</translation>
        </message>
        <message>
            <source>Go to the hit before</source>
            <translation>이전 찾은 곳으로 갑니다</translation>
        </message>
        <message>
            <source>Find a &amp;scenario…</source>
            <translation>예제 찾기(&amp;S)…</translation>
        </message>
        <message>
            <source>Search the gallery</source>
            <translation>예제 목록에서 찾습니다</translation>
        </message>
        <message>
            <source>Se&amp;ttings…</source>
            <translation>설정(&amp;T)…</translation>
        </message>
        <message>
            <source>Language, theme, wheel, fonts</source>
            <translation>언어, 테마, 휠, 글꼴</translation>
        </message>
        <message>
            <source>&amp;Run</source>
            <translation>실행(&amp;R)</translation>
        </message>
        <message>
            <source>Run the scenario with these values</source>
            <translation>이 값으로 예제를 실행합니다</translation>
        </message>
        <message>
            <source>S&amp;top</source>
            <translation>중지(&amp;T)</translation>
        </message>
        <message>
            <source>End all processes of the run; what was recorded stays</source>
            <translation>실행 중인 모든 프로세스를 끝냅니다. 기록한 내용은 남습니다</translation>
        </message>
        <message>
            <source>&amp;Quick values</source>
            <translation>빠른 값(&amp;Q)</translation>
        </message>
        <message>
            <source>Values with which a run takes about two seconds</source>
            <translation>2초쯤 걸리는 값을 씁니다</translation>
        </message>
        <message>
            <source>&amp;Values of the document</source>
            <translation>문서의 값(&amp;V)</translation>
        </message>
        <message>
            <source>The values that the document uses</source>
            <translation>문서에 나온 값을 씁니다</translation>
        </message>
        <message>
            <source>&amp;Compare the last two runs</source>
            <translation>마지막 두 실행 비교(&amp;C)</translation>
        </message>
        <message>
            <source>Both under one another on one time axis</source>
            <translation>두 실행을 한 시간축에 위아래로 놓습니다</translation>
        </message>
        <message>
            <source>Show &amp;all</source>
            <translation>전체 보기(&amp;A)</translation>
        </message>
        <message>
            <source>The whole run in the window (0 or Home)</source>
            <translation>실행 전체를 창에 맞춥니다 (0 또는 Home)</translation>
        </message>
        <message>
            <source>Zoom &amp;in</source>
            <translation>확대(&amp;I)</translation>
        </message>
        <message>
            <source>Less time, larger (W or +)</source>
            <translation>시간 범위를 좁혀 크게 봅니다 (W 또는 +)</translation>
        </message>
        <message>
            <source>Zoom &amp;out</source>
            <translation>축소(&amp;O)</translation>
        </message>
        <message>
            <source>More time, smaller (S or -)</source>
            <translation>시간 범위를 넓혀 작게 봅니다 (S 또는 -)</translation>
        </message>
        <message>
            <source>Zoom to the &amp;selection</source>
            <translation>선택 구간 확대(&amp;S)</translation>
        </message>
        <message>
            <source>The selected range in the whole width (F)</source>
            <translation>선택한 구간을 창 너비에 맞춥니다 (F)</translation>
        </message>
        <message>
            <source>&amp;Back</source>
            <translation>뒤로(&amp;B)</translation>
        </message>
        <message>
            <source>The range before</source>
            <translation>이전에 보던 범위로 갑니다</translation>
        </message>
        <message>
            <source>&amp;Forward</source>
            <translation>앞으로(&amp;F)</translation>
        </message>
        <message>
            <source>The range after</source>
            <translation>다음 범위로 갑니다</translation>
        </message>
        <message>
            <source>Fo&amp;llow the newest</source>
            <translation>따라가기(&amp;L)</translation>
        </message>
        <message>
            <source>The right edge stays at now</source>
            <translation>오른쪽 끝이 늘 현재입니다</translation>
        </message>
        <message>
            <source>&amp;Pause the picture</source>
            <translation>화면 멈춤(&amp;P)</translation>
        </message>
        <message>
            <source>The run goes on and is recorded; the picture stands still</source>
            <translation>실행과 기록은 계속되고 화면만 멈춥니다</translation>
        </message>
        <message>
            <source>Arro&amp;ws</source>
            <translation>화살표(&amp;W)</translation>
        </message>
        <message>
            <source>Show what goes from lane to lane</source>
            <translation>레인 사이에 오가는 것을 보여 줍니다</translation>
        </message>
        <message>
            <source>&amp;Mark this…</source>
            <translation>표시 남기기(&amp;M)…</translation>
        </message>
        <message>
            <source>A note at this time, or a brace over the selection (M)</source>
            <translation>이 시각에 메모를, 선택 구간에 괄호를 남깁니다 (M)</translation>
        </message>
        <message>
            <source>F&amp;ull screen</source>
            <translation>전체 화면(&amp;U)</translation>
        </message>
        <message>
            <source>The window without a frame</source>
            <translation>창틀 없이 화면을 가득 채웁니다</translation>
        </message>
        <message>
            <source>R&amp;eset the layout</source>
            <translation>배치 초기화(&amp;E)</translation>
        </message>
        <message>
            <source>All panels where they were at first</source>
            <translation>모든 패널을 처음 자리로 되돌립니다</translation>
        </message>
        <message>
            <source>&amp;Keys and mouse</source>
            <translation>키와 마우스(&amp;K)</translation>
        </message>
        <message>
            <source>All shortcuts on one sheet</source>
            <translation>모든 단축키를 한눈에 봅니다</translation>
        </message>
        <message>
            <source>&amp;First page</source>
            <translation>처음 화면(&amp;F)</translation>
        </message>
        <message>
            <source>The question that Threadline begins with</source>
            <translation>Threadline을 시작하는 질문을 다시 봅니다</translation>
        </message>
        <message>
            <source>&amp;About Threadline</source>
            <translation>Threadline 정보(&amp;A)</translation>
        </message>
        <message>
            <source>Version and licence</source>
            <translation>버전과 라이선스</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>파일(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>편집(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;Run</source>
            <comment>menu</comment>
            <translation>실행(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>보기(&amp;V)</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>도움말(&amp;H)</translation>
        </message>
        <message>
            <source>Open &amp;recent</source>
            <translation>최근 파일 열기(&amp;R)</translation>
        </message>
        <message>
            <source>Search lanes, labels and prints (/)</source>
            <translation>레인, 이름표, 출력에서 찾습니다 (/)</translation>
        </message>
        <message>
            <source>Go to a &amp;lane…</source>
            <translation>레인으로 가기(&amp;L)…</translation>
        </message>
        <message>
            <source>All lanes by name</source>
            <translation>모든 레인을 이름으로 찾습니다</translation>
        </message>
        <message>
            <source>&amp;Grid</source>
            <translation>격자(&amp;G)</translation>
        </message>
        <message>
            <source>Lines at the round times (G)</source>
            <translation>눈금 시각에 선을 그립니다 (G)</translation>
        </message>
        <message>
            <source>La&amp;bels</source>
            <translation>이름표(&amp;B)</translation>
        </message>
        <message>
            <source>Words on the spans and prints above the lanes (X)</source>
            <translation>구간에 글자를, 레인 위에 출력을 보입니다 (X)</translation>
        </message>
        <message>
            <source>Lo&amp;w rows</source>
            <translation>낮은 행(&amp;W)</translation>
        </message>
        <message>
            <source>More lanes in the same height (C)</source>
            <translation>같은 높이에 레인을 더 많이 보입니다 (C)</translation>
        </message>
        <message>
            <source>Tool t&amp;ips</source>
            <translation>도움말 풍선(&amp;I)</translation>
        </message>
        <message>
            <source>What is under the pointer, in words beside it (T)</source>
            <translation>포인터 아래에 있는 것을 옆에 글로 보입니다 (T)</translation>
        </message>
        <message>
            <source>Brace o&amp;ver this…</source>
            <translation>묶음 표시(&amp;V)…</translation>
        </message>
        <message>
            <source>A brace with a note over the selection, the span or all that is in sight (Shift+M)</source>
            <translation>선택한 구간이나 보이는 전체 위에 설명이 달린 묶음을 표시합니다 (Shift+M)</translation>
        </message>
        <message>
            <source>Pin t&amp;he lane</source>
            <translation>레인 고정(&amp;H)</translation>
        </message>
        <message>
            <source>The lane of the selected span to the top, or back (Shift+T)</source>
            <translation>고른 구간의 레인을 맨 위에 고정하거나 되돌립니다 (Shift+T)</translation>
        </message>
        <message>
            <source>La&amp;rger text</source>
            <translation>글자 크게(&amp;R)</translation>
        </message>
        <message>
            <source>All texts of the window larger</source>
            <translation>창의 모든 글자를 크게 합니다</translation>
        </message>
        <message>
            <source>S&amp;maller text</source>
            <translation>글자 작게(&amp;M)</translation>
        </message>
        <message>
            <source>All texts of the window smaller</source>
            <translation>창의 모든 글자를 작게 합니다</translation>
        </message>
        <message>
            <source>&amp;Text as the system</source>
            <translation>시스템 글자 크기(&amp;T)</translation>
        </message>
        <message>
            <source>All texts of the window in the size of the system</source>
            <translation>창의 모든 글자를 시스템 크기로 합니다</translation>
        </message>
        <message>
            <source>Panels belo&amp;w</source>
            <translation>아래 패널(&amp;W)</translation>
        </message>
        <message>
            <source>The panels below the timeline, away or back (Q)</source>
            <translation>타임라인 아래 패널을 숨기거나 다시 보입니다 (Q)</translation>
        </message>
        <message>
            <source>All &amp;commands…</source>
            <translation>모든 명령(&amp;C)…</translation>
        </message>
        <message>
            <source>Find a command by its name</source>
            <translation>명령을 이름으로 찾습니다</translation>
        </message>
        <message>
            <source>Var&amp;y a value…</source>
            <translation>값 바꿔 보기(&amp;Y)…</translation>
        </message>
        <message>
            <source>Run the scenario with several values of a number, one after the other</source>
            <translation>숫자 하나를 여러 값으로 바꿔 가며 차례차례 실행합니다</translation>
        </message>
    </context>
    <context>
        <name>threadline::widgets::WindowQuestions</name>
        <message>
            <source>Brace</source>
            <translation>묶음 표시</translation>
        </message>
        <message>
            <source>Mark</source>
            <translation>표시 남기기</translation>
        </message>
        <message>
            <source>The note that stands above the lanes:</source>
            <translation>레인 위에 놓일 메모:</translation>
        </message>
        <message>
            <source>Runs are not saved</source>
            <translation>저장하지 않은 실행</translation>
        </message>
        <message numerus="yes">
            <source>%n run(s) that you delete are not saved. Delete all the same?</source>
            <translation>
                <numerusform>지우려는 실행 중 %n개를 저장하지 않았습니다. 그래도 지울까요?</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Delete</source>
            <translation>지우기(&amp;D)</translation>
        </message>
        <message numerus="yes">
            <source>%n run(s) are not saved and go with the window. Close all the same?</source>
            <translation>
                <numerusform>저장하지 않은 실행 %n개가 창과 함께 사라집니다. 그래도 닫을까요?</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Close without saving</source>
            <translation>저장하지 않고 닫기(&amp;C)</translation>
        </message>
    </context>
</TS>
